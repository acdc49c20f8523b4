using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Moving;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Commands;

/// <summary>The commands beside running the bot: form check, form run, round open, export, aside, audit, retention.</summary>
static class CommandLine
{
    const string Usage = """
        dotnet run --project bot                              run the bot, the web chat and the console
        dotnet run --project bot -- demo [--seed N]           play a simulated programme, then stay up
        dotnet run --project bot -- form check FILE [--json]  read a form and say what is wrong with it
        dotnet run --project bot -- content check             read all content and list what is wrong or not yet confirmed
        dotnet run --project bot -- form run FILE [--lang fr] talk to a form in the terminal
        dotnet run --project bot -- round open FILE --code CODE [--kind interview|application|feedback|test] [--module M] [--moment pre|post|3m|6m] [--migrate]
        dotnet run --project bot -- export --round CODE --format csv|xlsx|json|xml|floip --out FILE [--from DAY] [--to DAY] [--language rw|fr|en] [--state running|submitted|withdrawn] [--names --reason WORDS]
        dotnet run --project bot -- move --from FOLDER --to CONNECTION   move everything of a LiteDB folder into an empty PostgreSQL database
        dotnet run --project bot -- aside list                list what was set aside: time, channel, reason, id
        dotnet run --project bot -- aside replay ID           put it back into the inbox
        dotnet run --project bot -- audit verify [--anchor FILE]  say whether the audit trail is as it was written; exit code 1 with the first bad row
        dotnet run --project bot -- audit anchor              print where the audit trail stands, signed, to be kept elsewhere
        dotnet run --project bot -- backup FILE               write all that is committed now to one file, while the bot goes on
        dotnet run --project bot -- restore FILE [--until TIME]  bring a backup back, as it was at its end or at a time such as 2027-03-08T10:15:00Z
        dotnet run --project bot -- retention [--dry-run]     take away what has had its time, or only count it, rule by rule
        dotnet run --project bot -- key turn --to FILE        wrap the store's key under another master key; no row changes
        dotnet run --project bot -- health                    print what is wrong with the running bot; exit code 0 when it is ready
        """;

    /// <summary>Runs a command and gives its exit code; null when the arguments ask for the bot itself.</summary>
    public static async Task<int?> TakeAsync(string[] args, CancellationToken stop) => args switch
    {
        [] or ["demo", ..] => null,
        [var first, ..] when first.StartsWith("--", StringComparison.Ordinal) && first != "--help" => null,
        ["move", .. var rest] => await MoveStore.RunAsync(Option(rest, "--from"), Option(rest, "--to"), StorageOptions.Of(Composition.Settings([])), stop),
        ["health", ..] => await Health.RunAsync(stop),
        ["content", "check", ..] => ContentCheck.Run(Composition.Settings([])["Content:Path"] ?? "content"),
        ["backup", var file] => await Backup.RunAsync(file, stop),
        ["restore", var file, .. var rest] => Restore.Run(file, Option(rest, "--until")),
        ["key", "turn", .. var rest] => TurnKey.Run(StorageOptions.Of(Composition.Settings([])), Option(rest, "--to")),
        ["form", "check", var file, .. var rest] => FormCheck.Run(file, rest.Contains("--json")),
        ["form", "run", var file, .. var rest] => FormInTerminal.Run(file, Languages.Parse(Option(rest, "--lang")) ?? Language.En),
        ["round", "open", var file, .. var rest] => await AskDesk.RunAsync(OpenRequest(file, rest), outFile: null, stop),
        ["aside", "list"] => await AskDesk.RunAsync(new DeskRequest("aside list"), outFile: null, stop),
        ["aside", "replay", var id] => await AskDesk.RunAsync(new DeskRequest("aside replay") { Id = id }, outFile: null, stop),
        ["audit", "verify", .. var rest] => await VerifyAsync(Option(rest, "--anchor"), stop),
        ["audit", "anchor"] => await AskDesk.RunAsync(new DeskRequest("audit anchor"), outFile: null, stop),
        ["retention", .. var rest] => await AskDesk.RunAsync(new DeskRequest("retention") { IsTrial = rest.Contains("--dry-run") }, outFile: null, stop),
        ["export", .. var rest] => await AskDesk.RunAsync(ExportRequest(rest), Option(rest, "--out"), stop),
        _ => Explain(),
    };

    static DeskRequest OpenRequest(string file, string[] rest) => new("round open")
    {
        Code = Option(rest, "--code"),
        Kind = Option(rest, "--kind"),
        Module = Option(rest, "--module"),
        Moment = Option(rest, "--moment"),
        Migrates = rest.Contains("--migrate"),
        FileName = Path.GetFileName(file),
        File = File.Exists(file) ? FormFiles.Read(file) : null,
    };

    static async Task<int> VerifyAsync(string? anchor, CancellationToken stop)
    {
        if (anchor is null || File.Exists(anchor))
            return await AskDesk.RunAsync(new DeskRequest("audit verify") { File = anchor is null ? null : await File.ReadAllBytesAsync(anchor, stop) }, outFile: null, stop);
        await Console.Error.WriteLineAsync($"There is no file {anchor}.");
        return 2;
    }

    static DeskRequest ExportRequest(string[] rest) => new("export")
    {
        Code = Option(rest, "--round"),
        Format = Option(rest, "--format"),
        From = Option(rest, "--from"),
        To = Option(rest, "--to"),
        Language = Option(rest, "--language"),
        State = Option(rest, "--state"),
        IsNamed = rest.Contains("--names"),
        Reason = Option(rest, "--reason"),
        FileName = Option(rest, "--out"),
    };

    /// <summary>The value after a name, or after "name=".</summary>
    public static string? Option(IReadOnlyList<string> args, string name)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == name && i + 1 < args.Count)
                return args[i + 1];
            if (args[i].StartsWith(name + "=", StringComparison.Ordinal))
                return args[i][(name.Length + 1)..];
        }

        return null;
    }

    static int Explain()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
