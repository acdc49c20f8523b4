using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Media;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Tests.Stores;
using RbcBot.Tests.Stores.LiteDb;
using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Given;

/// <summary>A store that the real bot and this process open in turns, and all that lies in it as bytes: a byte is a letter (Latin-1).</summary>
abstract class ErasingPlace : IDisposable
{
    /// <summary>Where files, and with LiteDB all else, lie.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("rbcbot-erasing-").FullName;

    /// <summary>What the bot has to be told of it.</summary>
    public abstract (string Name, string Value)[] Settings { get; }

    /// <summary>Opens round B1 in it, by the command.</summary>
    public async Task OpenRoundAsync()
    {
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(Folder, ["round", "open", RunningBot.GuideB, "--code", RunningBot.Code], Settings);
        Assert.True(exitCode == 0, errors);
    }

    /// <summary>Opens it here, does something with it, and closes it.</summary>
    public abstract Task UseAsync(FakeTimeProvider clock, Func<Ports, MediaFolder, Task> work);

    /// <summary>Another place with the same in it.</summary>
    public abstract ErasingPlace Copy();

    /// <summary>What is sealed in it, as it lies there: the beginning of each is chance, and so nobody else's.</summary>
    public abstract Task<IReadOnlyList<string>> SealedAsync();

    /// <summary>All of it that a thief, or a backup, would have.</summary>
    public virtual IEnumerable<(string Name, string Bytes)> Contents() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("rbcbot.lock", StringComparison.Ordinal)).Select(file => (Path.GetFileName(file), Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    /// <summary>All of its rows with what is sealed opened, each as a text.</summary>
    public abstract Task<IReadOnlyList<string>> OpenedAsync();

    /// <summary>Which of the words lie in it, and where.</summary>
    public IReadOnlyList<string> Holding(IEnumerable<string> words)
    {
        var contents = Contents().ToList();
        return [.. words.SelectMany(word => contents.Where(one => one.Bytes.Contains(word, StringComparison.Ordinal)).Select(one => $"{one.Name}: {word[..Math.Min(16, word.Length)]}"))];
    }

    public virtual void Dispose() => Directory.Delete(Folder, recursive: true);
}

sealed class LiteDbErasingPlace : ErasingPlace
{
    const int Begin = 40;

    public override (string, string)[] Settings => [];

    public override async Task UseAsync(FakeTimeProvider clock, Func<Ports, MediaFolder, Task> work)
    {
        using var store = Open();
        using var media = new MediaFolder(new StorageOptions(Folder), new MediaOptions(), store.Vault);
        await work(LiteDbPlace.PortsOf(store, clock), media);
    }

    public override ErasingPlace Copy()
    {
        var copy = new LiteDbErasingPlace();
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return copy;
    }

    public override Task<IReadOnlyList<string>> SealedAsync()
    {
        using var store = Open();
        return Task.FromResult<IReadOnlyList<string>>(
        [
            .. ((string[])[LiteDbSchema.Conversations, LiteDbSchema.Sessions, LiteDbSchema.Addresses, LiteDbSchema.Facts, LiteDbSchema.Outbox])
                .SelectMany(store.Rows.Sealed).Where(row => row["sealed"].IsBinary).Select(row => Encoding.Latin1.GetString(row["sealed"].AsBinary[..Begin])),
        ]);
    }

    public override Task<IReadOnlyList<string>> OpenedAsync()
    {
        using var store = Open();
        return Task.FromResult<IReadOnlyList<string>>([.. LiteDbSchema.Collections.SelectMany(collection => store.All(collection)).Select(row => row.ToString())]);
    }

    LiteDbStore Open() => new(new StorageOptions(Folder));
}

sealed partial class PostgresErasingPlace(string? template = null) : ErasingPlace
{
    readonly string connection = PostgresServer.One.NewDatabase(template);

    public string Connection => connection;

    public override (string, string)[] Settings => [("Storage__Connection", connection), ("Storage__Key", Sample.Key)];

    public override async Task UseAsync(FakeTimeProvider clock, Func<Ports, MediaFolder, Task> work)
    {
        var (store, ports) = PostgresPlace.Open(connection, clock);
        using (store)
        {
            using var media = new MediaFolder(new StorageOptions(Folder), new MediaOptions(), store.Sealed.Vault);
            await work(ports, media);
        }
    }

    public override ErasingPlace Copy() => new PostgresErasingPlace(connection);

    public override Task<IReadOnlyList<string>> SealedAsync() =>
        Task.FromResult<IReadOnlyList<string>>([.. Sealed().Matches(PostgresServer.One.Dump(connection)).Select(match => match.Value).Distinct()]);

    /// <summary>As pg_dump writes it, and the files beside.</summary>
    public override IEnumerable<(string Name, string Bytes)> Contents() => base.Contents().Append(("pg_dump", PostgresServer.One.Dump(connection)));

    public override Task<IReadOnlyList<string>> OpenedAsync() => Task.FromResult(OpenedDatabase.Rows(connection));

    /// <summary>Sealed text, bytes, and numbers that words are looked up by.</summary>
    [GeneratedRegex(@"~1[A-Za-z0-9+/=]{24,60}|\\\\x[0-9a-f]{24,60}|-?[0-9]{17,19}(?=[,}])")]
    private static partial Regex Sealed();
}
