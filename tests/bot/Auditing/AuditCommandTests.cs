using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Auditing;

/// <summary>The command audit verify beside a running bot and without one, and the anchor that it takes.</summary>
public sealed class AuditCommandTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-audit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_trail_verifies_on_a_running_and_on_a_stopped_system()
    {
        var anchor = Path.Combine(folder, "anchor.txt");
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await using (var bot = await BotProcess.StartAsync(data))
        {
            var (opened, _, errors) = await BotProcess.RunCommandAsync(data, ["round", "open", RunningBot.GuideB, "--code", "B1"]);
            Assert.True(opened == 0, errors);
            var (exitCode, line, _) = await BotProcess.RunCommandAsync(data, ["audit", "anchor"]);
            Assert.Equal(0, exitCode);
            await File.WriteAllTextAsync(anchor, line);
            Assert.Contains("2 rows, 1 anchors", (await BotProcess.RunCommandAsync(data, ["audit", "verify", "--anchor", anchor])).Output, StringComparison.Ordinal);
        }
        var stopped = await BotProcess.RunCommandAsync(data, ["audit", "verify", "--anchor", anchor]);
        Assert.True((0, true) == (stopped.ExitCode, stopped.Output.Contains("as it was written", StringComparison.Ordinal)), stopped.Output + stopped.Errors);
    }

    [Fact]
    public async Task Another_trail_than_the_one_that_was_anchored_is_found()
    {
        var (anchor, first, second) = (Path.Combine(folder, "anchor.txt"), Path.Combine(folder, "first"), Path.Combine(folder, "second"));
        Directory.CreateDirectory(first);
        Assert.Equal(0, (await BotProcess.RunCommandAsync(first, ["round", "open", RunningBot.GuideB, "--code", "B1"])).ExitCode);
        await File.WriteAllTextAsync(anchor, (await BotProcess.RunCommandAsync(first, ["audit", "anchor"])).Output);
        Directory.CreateDirectory(Path.Combine(second, "keys"));
        File.Copy(Path.Combine(first, "keys", "audit.key"), Path.Combine(second, "keys", "audit.key"));
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(second, ["audit", "verify", "--anchor", anchor]);
        Assert.Equal((1, true), (exitCode, errors.Contains("Row 1: it and what followed are missing", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_without_an_anchor_is_said_to_be_none()
    {
        var file = Path.Combine(folder, "no-anchor.txt");
        await File.WriteAllTextAsync(file, "hello");
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(folder, ["audit", "verify", "--anchor", file]);
        Assert.Equal((2, true), (exitCode, errors.Contains("no anchor in the file", StringComparison.Ordinal)));
    }
}
