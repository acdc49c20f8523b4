using System.Text.Json;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Acceptance;

/// <summary>Every command works beside a running bot as well as without one.</summary>
public sealed class CommandTests(RunningBot running) : IClassFixture<RunningBot>, IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-command-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    [InlineData("floip")]
    public async Task A_round_is_exported_beside_the_running_bot(string format)
    {
        await running.AtFirstQuestionAsync("rw");
        var file = Path.Combine(folder, $"out.{format}");
        var (exitCode, output, errors) = await running.CommandAsync("export", "--names", "--reason", "test", "--round", "B1", "--format", format, "--out", file);
        Assert.True((exitCode, new FileInfo(file).Length > 100) == (0, true), output + errors);
    }

    [Fact]
    public async Task A_form_finds_its_list_in_the_folder_beside_it()
    {
        var form = Path.Combine(folder, "visit.md");
        await File.WriteAllTextAsync(form, "| survey |\n| | type | name | label |\n| | select_one_from_file centres.csv | c | Which centre? |\n");
        Assert.Contains("attachment-missing", (await BotProcess.RunCommandAsync(folder, ["form", "check", form])).Output, StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(folder, "visit-media"));
        await File.WriteAllTextAsync(Path.Combine(folder, "visit-media", "centres.csv"), "name,label\nc1,CS Huye\n");

        var (exitCode, output, _) = await BotProcess.RunCommandAsync(folder, ["form", "check", form]);
        Assert.Equal((0, false), (exitCode, output.Contains("attachment-missing", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task A_round_opens_only_when_the_list_lies_beside_its_form(bool isThere, int wanted)
    {
        var form = Path.Combine(folder, "visit.md");
        await File.WriteAllTextAsync(form, "| survey |\n| | type | name | label |\n| | select_one_from_file centres.csv | c | Which centre? |\n");
        if (isThere)
            await File.WriteAllTextAsync(Path.Combine(folder, "centres.csv"), "name,label\nc1,CS Huye\n");

        var (exitCode, output, errors) = await BotProcess.RunCommandAsync(folder, ["round", "open", form, "--code", "VISIT"]);

        Assert.True(exitCode == wanted, output + errors);
        Assert.Equal(!isThere, (output + errors).Contains("attachment-missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--from", "yesterday")]
    [InlineData("--state", "5")]
    [InlineData("--language", "sw")]
    [InlineData("--format", "exe")]
    public async Task An_export_that_cannot_be_read_is_refused_with_advice(string option, string value)
    {
        var (exitCode, _, errors) = await running.CommandAsync("export", "--names", "--reason", "test", option, value, "--round", "B1", "--format", "csv", "--out", Path.Combine(folder, "out.csv"));
        Assert.True(exitCode == 2 && errors.Length > 20, errors);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task A_round_is_opened_and_exported_without_a_bot(string format)
    {
        var opened = await BotProcess.RunCommandAsync(folder, ["round", "open", RunningBot.GuideB, "--code", "B1"]);
        var file = Path.Combine(folder, $"out.{format}");
        var exported = await BotProcess.RunCommandAsync(folder, ["export", "--names", "--reason", "test", "--round", "B1", "--format", format, "--out", file]);
        Assert.True((opened.ExitCode, exported.ExitCode, File.Exists(file)) == (0, 0, true), opened.Errors + exported.Errors);
    }

    [Fact]
    public async Task A_bot_that_starts_later_knows_the_round_that_a_command_opened()
    {
        await BotProcess.RunCommandAsync(folder, ["round", "open", RunningBot.GuideB, "--code", "LATER"]);
        await using var bot = await BotProcess.StartAsync(folder);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        var phone = new WebPhone(http, "later-phone");
        await phone.EnterAsync("LATER");
        await phone.PressAsync("l:en");
        Assert.Contains("health centre", phone.Last.Text);
    }

    [Fact]
    public async Task An_answer_that_was_acknowledged_before_a_kill_is_exported_without_a_bot()
    {
        await using var bot = await BotProcess.StartAsync(folder);
        await BotProcess.RunCommandAsync(folder, ["round", "open", RunningBot.GuideB, "--code", "B1"]);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Url) };
        var phone = new WebPhone(http, "killed-phone");
        foreach (var message in new object[] { new { id = "1", enter = "B1" }, new { id = "2", choice = "l:en" }, new { id = "3", choice = "c:yes" }, new { id = "4", text = "Musanze" } })
            await phone.PostAsync(message, default);
        await bot.KillAsync();
        await BotProcess.RunCommandAsync(folder, ["export", "--names", "--reason", "test", "--round", "B1", "--format", "json", "--out", Path.Combine(folder, "out.json")]);
        Assert.Contains("\"about/b1_district\": \"0403\"", await File.ReadAllTextAsync(Path.Combine(folder, "out.json")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_broken_spreadsheet_is_refused_with_its_sheet_and_row(bool isBeside)
    {
        var broken = Path.Combine(folder, "broken.xlsx");
        await File.WriteAllBytesAsync(broken, Xlsx.Of(("survey", "type|name|label\ntext|a|A?\nselect_one nowhere|b|B?")));
        string[] open = ["round", "open", broken, "--code", "BAD"];
        var (exitCode, output, errors) = isBeside ? await running.CommandAsync(open) : await BotProcess.RunCommandAsync(folder, open);
        Assert.Equal(1, exitCode);
        Assert.Contains("sheet survey, row 3", output + errors);
    }

    [Fact]
    public async Task What_is_no_spreadsheet_at_all_is_refused()
    {
        var broken = Path.Combine(folder, "broken.xlsx");
        await File.WriteAllBytesAsync(broken, [0x50, 0x4B, 3, 4, .. new byte[500]]);
        var (exitCode, output, errors) = await running.CommandAsync("round", "open", broken, "--code", "BAD");
        Assert.Equal(1, exitCode);
        Assert.Contains("refused", output + errors);
    }

    [Fact]
    public async Task The_form_check_says_by_its_exit_code_whether_a_form_can_be_published()
    {
        var broken = Path.Combine(folder, "broken.xlsx");
        await File.WriteAllBytesAsync(broken, Xlsx.Of(("survey", "type|name|label\nselect_one nowhere|b|B?")));
        var good = await running.CommandAsync("form", "check", RunningBot.GuideB, "--json");
        var bad = await BotProcess.RunCommandAsync(folder, ["form", "check", broken, "--json"]);
        Assert.Equal((0, 1), (good.ExitCode, bad.ExitCode));
        Assert.Equal((true, false), (Ok(good.Output), Ok(bad.Output)));
    }

    [Fact]
    public async Task Health_is_0_beside_a_running_bot_and_1_without_one()
    {
        var (exitCode, output, _) = await running.CommandAsync("health");
        Assert.Equal((0, "Ready"), (exitCode, output.Trim()));
        Assert.Equal(1, (await BotProcess.RunCommandAsync(folder, ["health"], ("Urls", $"http://127.0.0.1:{FreePort.Next()}"))).ExitCode);
    }

    [Fact]
    public async Task A_second_bot_on_the_same_folder_refuses_to_start_and_says_why()
    {
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(running.Folder, [], ("Urls", $"http://127.0.0.1:{FreePort.Next()}"));
        Assert.Equal(1, exitCode);
        Assert.Contains(running.Folder, errors);
        Assert.Contains($"{running.Bot.Id}", errors);
    }

    static bool Ok(string json) => JsonSerializer.Deserialize<JsonElement>(json).GetProperty("ok").GetBoolean();
}
