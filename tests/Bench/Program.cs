// Measures the real bot; run by hand: dotnet run -c Release --project tests/Bench -- turns | start
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
        default:
            Console.Error.WriteLine("turns [PHONES]   turns a second with so many phones (64), waiting times and memory\nstart            time from process start to ready, and memory at rest");
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
