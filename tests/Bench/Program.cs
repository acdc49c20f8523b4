// Measures the real bot; run by hand: dotnet run -c Release --project tests/Bench -- turns | start | fuzz answers
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
        case ["fuzz", "answers", .. var rest]:
            return FuzzAnswers.Run(inputs: rest is [var inputs, ..] ? int.Parse(inputs) : 1_000_000);
        default:
            Console.Error.WriteLine("turns [PHONES]   turns a second with so many phones (64), waiting times and memory\nstart            time from process start to ready, and memory at rest\nfuzz answers [N]  so many (1,000,000) random and mutated answers to questions of every type: none may throw or take a second");
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
