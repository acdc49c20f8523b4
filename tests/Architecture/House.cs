using ArchUnitNET.Loader;

namespace RbcBot.Tests.Architecture;

/// <summary>The house as data: rooms in order, and where the project lies on disk.</summary>
static class House
{
    /// <summary>Groups of rooms; a room uses only rooms of earlier groups.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Order =
    [
        ["Statistics"], ["Texts"], ["Places"], ["Calendar"], ["Problems"], ["Forms"],
        ["People"], ["Content"], ["Safety"], ["Programme"], ["Conversations"],
        ["Interviews", "Applications", "Lessons", "Feedback"],
        ["Selection", "Evaluation"],
        ["Reports"],
    ];

    public static readonly System.Reflection.Assembly Core = typeof(RbcBot.Core.Texts.Text).Assembly;

    public static readonly System.Reflection.Assembly Admin = System.Reflection.Assembly.Load("RbcBot.Admin");

    public static readonly System.Reflection.Assembly Bot = System.Reflection.Assembly.Load("RbcBot.Bot");

    static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() => new ArchLoader().LoadAssemblies(
        Core, Admin, Bot,
        typeof(Stateless.StateMachine<,>).Assembly, typeof(LiteDB.LiteDatabase).Assembly, typeof(Npgsql.NpgsqlConnection).Assembly, typeof(Telegram.Bot.TelegramBotClient).Assembly,
        typeof(Google.OrTools.Sat.CpModel).Assembly, typeof(MathNet.Numerics.Distributions.Normal).Assembly,
        typeof(CsvHelper.CsvParser).Assembly, typeof(OpenTelemetry.Metrics.MeterProviderBuilder).Assembly).Build());

    public static ArchUnitNET.Domain.Architecture Architecture => Loaded.Value;

    /// <summary>The folder that holds RbcBot.sln.</summary>
    public static readonly string Root = Up(AppContext.BaseDirectory);

    /// <summary>All source files of the project with an ending, build output left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    static string Up(string folder) => File.Exists(Path.Combine(folder, "RbcBot.sln"))
        ? folder
        : Up(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("RbcBot.sln is not above the tests."));
}
