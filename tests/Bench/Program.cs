// Measures the real bot; run by hand: dotnet run -c Release --project tests/Bench -- turns | start | fuzz workbooks
using RbcBot.Tests.Bench;

var folder = Directory.CreateTempSubdirectory("rbcbot-bench-").FullName;
try
{
    switch (args)
    {
        case ["turns", .. var rest]:
            await TurnsBench.RunAsync(folder, phones: rest is [var phones, ..] ? int.Parse(phones) : 64);
            return 0;
        case ["start", ..]:
            await StartBench.RunAsync(folder);
            return 0;
        case ["fuzz", "workbooks", .. var rest]:
            return FuzzWorkbooks.Run(rest is [var files, ..] ? int.Parse(files) : 1_000_000, rest is [_, var seed, ..] ? int.Parse(seed) : 0);
        default:
            Console.Error.WriteLine("turns [PHONES]   turns a second with so many phones (64), waiting times and memory\nstart            time from process start to ready, and memory at rest\nfuzz workbooks [N [SEED]]   N damaged files (1000000), each read as a workbook, a list and a form");
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
