// Measures the real bot; run by hand: dotnet run -c Release --project tests/Bench -- turns | start | export
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
        case ["export", .. var rest]:
            await ExportBench.RunAsync(folder, sessions: rest is [var sessions, ..] ? int.Parse(sessions) : 20_000);
            return 0;
        default:
            Console.Error.WriteLine("turns [PHONES]   turns a second with so many phones (64), waiting times and memory\nstart            time from process start to ready, and memory at rest\nexport [SESSIONS] every format of an export of so many sessions (20,000) of 50 answers: time, memory, size");
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
