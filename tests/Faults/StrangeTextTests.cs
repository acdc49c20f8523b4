using System.Globalization;
using System.Net;
using System.Text;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults;

/// <summary>F14: huge and strange texts are kept as they are, and long replies are split without breaking a sign.</summary>
public sealed class StrangeTextTests
{
    const int LongestOfTelegram = 4096;

    static readonly Dictionary<string, string> Texts = new()
    {
        ["4,096"] = new('a', 4096),
        ["65,536"] = string.Concat(Enumerable.Repeat("Muraho neza. ", 5041)) + "end",
        ["emoji"] = string.Concat(Enumerable.Repeat("👩🏾‍⚕️", 1500)),
        ["marks"] = "Z" + string.Concat(Enumerable.Repeat("\u0301\u0316\u0489", 167)) + "algo",
        ["marks after blanks"] = string.Concat(Enumerable.Repeat("na \u0301ba ", 900)) + "end",
        ["flags"] = string.Concat(Enumerable.Repeat("🇷🇼", 2000)),
        ["right to left"] = "\u202Eolleh\u202C שלום مرحبا \u2066x\u2069",
        ["zero width"] = "ye\u200Bgo\u200D\uFEFFx",
        ["homoglyphs"] = "уеgо Αмakuru",
        ["composed"] = "é",
        ["decomposed"] = "e\u0301",
        ["only blanks"] = " \u00A0\t\u2003 ",
        ["apostrophes"] = "n'umwe n’umwe nʼumwe n`umwe",
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_text_is_kept_as_it_was_written(string name)
    {
        await using var host = await FaultHost.StartAsync();
        var phone = new WebPhone(host.Http, "strange-phone");
        Assert.Equal(HttpStatusCode.Accepted, await phone.PostAsync(new { id = "1", text = Texts[name] }, default));
        await host.HandledAsync();
        Assert.Equal(Texts[name], Assert.Single(host.Decided).Said.Words);
        Assert.Equal(Texts[name], (await host.Get<IOutbox>().AfterAsync(new Address("web", "strange-phone"), 0, default))[0].Message.Text);
    }

    [Theory]
    [InlineData("a\\u0000b", "ab")]
    [InlineData("a\\ud83d\\ude00b", "a😀b")]
    public async Task Of_a_text_only_what_no_store_can_keep_is_changed(string escaped, string kept)
    {
        await using var host = await FaultHost.StartAsync();
        using var answer = await host.Http.PostAsync("/chat/strange-phone/messages", new StringContent($"{{\"id\":\"1\",\"text\":\"{escaped}\"}}", null, "application/json"));
        await host.HandledAsync();
        Assert.Equal((HttpStatusCode.Accepted, kept), (answer.StatusCode, Assert.Single(host.Decided).Said.Words));
    }

    [Fact]
    public async Task A_megabyte_is_refused_with_a_sentence_and_nothing_else_suffers()
    {
        await using var host = await FaultHost.StartAsync();
        var phone = new WebPhone(host.Http, "strange-phone");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await phone.PostAsync(new { id = "1", text = new string('x', 1024 * 1024) }, default));
        Assert.Equal("Muraho", (await phone.SayAsync("Muraho"))[0].Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_long_text_is_split_within_the_limit_and_between_signs(string name)
    {
        var parts = LongText.Parts(Texts[name], LongestOfTelegram);
        Assert.All(parts, part => Assert.InRange(part.Length, 1, LongestOfTelegram));
        Assert.Equal(Without(Texts[name]), Without(string.Concat(parts)));
        var borders = StringInfo.ParseCombiningCharacters(Texts[name]).Append(Texts[name].Length).ToHashSet();
        var at = 0;
        foreach (var part in parts)
        {
            at = Texts[name].IndexOf(part, at, StringComparison.Ordinal);
            Assert.Contains(at, borders);
            at += part.Length;
            Assert.Contains(at, borders);
        }
    }

    [Theory]
    [InlineData("ｈｅｌｐ", Command.Help)]
    [InlineData("he\u200Blp", Command.Help)]
    [InlineData("\u202Estop\u202C", Command.Stop)]
    [InlineData("ARRE\u0302T", Command.Stop)]
    [InlineData(" /Menu@rbc_bot ", Command.Menu)]
    public void A_command_is_known_however_it_was_typed(string written, Command command) => Assert.Equal(command, Commands.Read(written));

    static string Without(string text) => new StringBuilder(text).Replace(" ", "").Replace("\n", "").ToString();
}
