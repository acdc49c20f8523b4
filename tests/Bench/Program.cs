// Measures the real bot; run by hand: dotnet run -c Release --project tests/Bench -- turns | start | expressions | fuzz expressions
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
        case ["expressions", ..]:
            ExpressionBench.Run();
            return 0;
        case ["fuzz", "expressions", .. var rest]:
            return FuzzExpressions.Run(
                inputs: rest is [var inputs, ..] ? int.Parse(inputs) : 1_000_000,
                seed: rest is [_, var seed, ..] ? int.Parse(seed) : 1);
        default:
            Console.Error.WriteLine("turns [PHONES]   turns a second with so many phones (64), waiting times and memory\nstart            time from process start to ready, and memory at rest\nexpressions      time to read some expressions and to work them out\nfuzz expressions [INPUTS] [SEED]   reads what nobody would write (1000000)");
            return 2;
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
