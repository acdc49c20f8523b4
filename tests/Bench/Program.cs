// Measures the real bot and its parts; run by hand: dotnet run -c Release --project tests/Bench -- NAME
using System.Globalization;
using RbcBot.Tests.Bench;
using RbcBot.Tests.Bench.Engine;
using RbcBot.Tests.Bench.Pages;

const string Usage = """
    engine [--phones 32,256] [--seconds 20] [--only bot,postgres,storeless,floor,grammy]
                                 turns a second from Telegram's webhook to the sent reply, beside a floor and the same interview in grammY
    latency [--rate 500] [--phones 512] [--seconds 20] [--only bot]
                                 the same at so many turns a second, whether the bot keeps up or not
    known [--known 100,10000,1000000] [--seconds 18]
                                 what a turn costs when so many people are known, and the start and memory then
    store [--known 100,100000] [--seconds 9]
                                 what the store alone costs a turn, with few and with many people known
    recovery                     start to the first answered chat: empty folder, and after kill -9 under load
    parts                        what the parts of a turn cost in the processor, without sockets and store
    turns [PHONES]               turns a second with so many phones (64), waiting times and memory
    start                        time from process start to ready, and memory at rest
    forms [ROWS]                 one answer on a form of so many rows (600): mean, worst
    expressions                  time to read some expressions and to work them out
    export [SESSIONS]            every format of an export of so many sessions (20000) of 50 answers: time, memory, size
    line [SECONDS]               requests a second to a provider that allows 80, some of them slow or failing (30): the rate, and the most in any second
    pages [--people 60000] [--times 30] [--postgres yes] [--only PARTS] [--role ROLE] [--keep FOLDER]
                                 every page of the console for every role, over so many people of a whole programme: time on the server and bytes sent; a filled store is kept in the folder
    safety                       what reading a text for danger and for patients costs
    nudges [PEOPLE]              time to decide about a nudge for so many people (60000)
    fuzz expressions [N] [SEED]  reads and works out what nobody would write (1000000)
    fuzz workbooks [N] [SEED]    damaged files (1000000), each read as a workbook, a list and a form
    fuzz answers [N]             random and mutated answers (1000000) to questions of every type
    """;

int Number(int at, int standard) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : standard;

string Option(string name, string standard) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : standard;

int OptionNumber(string name, int standard) => int.Parse(Option(name, $"{standard}"), CultureInfo.InvariantCulture);

var folder = Directory.CreateTempSubdirectory("rbcbot-bench-").FullName;
try
{
    switch (args)
    {
        case ["engine", ..]:
            await EngineBench.RunAsync(folder, [.. Option("--phones", "32,256").Split(',').Select(int.Parse)], OptionNumber("--seconds", 20), Option("--only", "bot,floor,grammy").Split(','));
            return 0;
        case ["latency", ..]:
            await LatencyBench.RunAsync(folder, OptionNumber("--rate", 500), OptionNumber("--phones", 512), OptionNumber("--seconds", 20), Option("--only", "bot"));
            return 0;
        case ["known", ..]:
            await KnownBench.RunAsync(folder, [.. Option("--known", "100,10000,1000000").Split(',').Select(int.Parse)], OptionNumber("--seconds", 18));
            return 0;
        case ["store", ..]:
            await StoreBench.RunAsync(folder, [.. Option("--known", "100,100000").Split(',').Select(int.Parse)], OptionNumber("--seconds", 9));
            return 0;
        case ["recovery", ..]:
            await RecoveryBench.RunAsync(folder);
            return 0;
        case ["parts", ..]:
            PartsBench.Run();
            return 0;
        case ["serve", "floor", var journal, var telegram, var port]:
            await FloorServer.RunAsync(journal, telegram, int.Parse(port, CultureInfo.InvariantCulture));
            return 0;
        case ["serve", "storeless"]:
            await StorelessBot.RunAsync();
            return 0;
        case ["pages", ..]:
            using (var store = new KeptStore(folder, Option("--keep", ""), Option("--postgres", "") == "yes"))
                await PagesBench.RunAsync(store, OptionNumber("--people", 60_000), OptionNumber("--times", 30), Option("--only", ""), Option("--role", ""));
            return 0;
        case ["safety", ..]:
            SafetyBench.Run();
            return 0;
        case ["learn", var file, ..]:
            SafetyLearnBench.Run(file, Option("--version", "1"));
            return 0;
        case ["turns", ..]:
            await TurnsBench.RunAsync(folder, phones: Number(1, 64));
            return 0;
        case ["start", ..]:
            await StartBench.RunAsync(folder);
            return 0;
        case ["forms", ..]:
            FormsBench.Run(rows: Number(1, 600));
            return 0;
        case ["expressions", ..]:
            ExpressionBench.Run();
            return 0;
        case ["export", ..]:
            await ExportBench.RunAsync(folder, sessions: Number(1, 20_000));
            return 0;
        case ["line", ..]:
            await LineBench.RunAsync(folder, seconds: Number(1, 30));
            return 0;
        case ["nudges", ..]:
            NudgesBench.Run(people: Number(1, 60_000));
            return 0;
        case ["fuzz", "expressions", ..]:
            return FuzzExpressions.Run(inputs: Number(2, 1_000_000), seed: Number(3, 1));
        case ["fuzz", "workbooks", ..]:
            return FuzzWorkbooks.Run(files: Number(2, 1_000_000), first: Number(3, 0));
        case ["fuzz", "answers", ..]:
            return FuzzAnswers.Run(inputs: Number(2, 1_000_000));
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
