using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.People.Privacy;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Privacy;

public sealed class PrivacyPagesTests
{
    static readonly PersonId Aline = new("aline"), Keza = new("keza");

    [Fact]
    public async Task The_register_names_every_entry_and_who_carries_messages_abroad()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        var html = await browser.GetAsync("/console/privacy");
        Assert.All((string[])["Telegram FZ-LLC", "Meta (WhatsApp", "Twilio", "Selections: applicants", "12 months"], words => Assert.Contains(words, html, StringComparison.Ordinal));
        var csv = await browser.GetAsync("/console/privacy.csv");
        Assert.All(ProcessingRegister.Entries, entry => Assert.Contains(string.Join(' ', entry.Stored), csv, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_responsible_is_changed_and_shown()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/privacy");
        var html = await browser.SubmitAsync("/console/privacy/settings", ("controller", "RBC <b>"), ("contact", "0788"), ("certificate", "DPO/7"), ("certificate-ends", "2030-01-31"), ("programme-ends", ""));
        Assert.Contains("RBC &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Equal(("DPO/7", new DateOnly(2030, 1, 31), null), (world.Privacy.Settings.Certificate, world.Privacy.Settings.CertificateEnds, world.Privacy.Settings.ProgrammeEnds));
    }

    [Fact]
    public async Task A_date_that_is_none_changes_nothing()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/privacy");
        await browser.SubmitAsync("/console/privacy/settings", ("controller", "x"), ("certificate-ends", "tomorrow"));
        Assert.Equal("", world.Privacy.Settings.Controller);
    }

    [Fact]
    public async Task A_certificate_that_ends_soon_is_asked_for_on_the_first_page()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        Assert.DoesNotContain("data protection certificate", await browser.GetAsync("/console"), StringComparison.Ordinal);
        world.Privacy.Settings = world.Privacy.Settings with { CertificateEnds = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(59) };
        Assert.Contains("data protection certificate", await browser.GetAsync("/console"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breach_is_recorded_counts_its_people_and_its_hours()
    {
        await using var world = await PeopleAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/privacy/breaches");
        var html = await browser.SubmitAsync("/console/privacy/breaches", ("what", "a <i>list</i> was sent to the wrong address"), ("known", "2026-01-05T08:00"), ("kind", "Contacts"), ("channel", "telegram"));
        var breach = Assert.Single(world.Privacy.Breaches);
        Assert.Equal((1, new DateTimeOffset(2026, 1, 5, 6, 0, 0, TimeSpan.Zero)), (breach.People, breach.KnownAt));
        Assert.Contains("The hours are over", html, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;list", html, StringComparison.Ordinal);
        Assert.Contains("A breach is overdue", await browser.GetAsync("/console"), StringComparison.Ordinal);
        await browser.GetAsync($"/console/privacy/breaches/{breach.Id}");
        Assert.DoesNotContain("The hours are over", await browser.SubmitAsync($"/console/privacy/breaches/{breach.Id}", ("step", "Authority"), ("note", "NCSA 7")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-01-05T08:00", "Contacts")]
    [InlineData("lost", "2199-01-05T08:00", "Contacts")]
    [InlineData("lost", "2026-01-05T08:00", "Everything")]
    public async Task A_breach_that_cannot_be_is_not_recorded(string what, string known, string kind)
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/privacy/breaches");
        await browser.SubmitAsync("/console/privacy/breaches", ("what", what), ("known", known), ("kind", kind));
        Assert.Empty(world.Privacy.Breaches);
    }

    [Fact]
    public async Task People_are_told_once_and_who_said_stop_is_not()
    {
        await using var world = await PeopleAsync();
        using var browser = await world.SignedInAsync();
        world.Privacy.Breaches.Add(new Breach("b1", "lost", DateTimeOffset.UtcNow, [BreachKind.Contacts], 2));
        for (var time = 0; time < 2; time++)
        {
            await browser.GetAsync("/console/privacy/breaches/b1");
            await browser.SubmitAsync("/console/privacy/breaches/b1/tell", ("sure", "yes"));
        }
        var inbound = Assert.Single(world.Inbox.Accepted);
        Assert.Equal((Aline, SaidKind.Due), (inbound.For, inbound.Said.Kind));
        Assert.Equal("breach.tell", world.Audit.Entries[^2].Act);
    }

    [Fact]
    public async Task An_officer_keeps_the_log_and_tells_nobody()
    {
        await using var world = await PeopleAsync();
        using var browser = await world.SignedInAsync();
        world.Privacy.Breaches.Add(new Breach("b1", "lost", DateTimeOffset.UtcNow, [BreachKind.Contacts], 2));
        world.Roles = [Role.ProgrammeOfficer];
        var html = await browser.GetAsync("/console/privacy/breaches/b1");
        Assert.Contains("data-test=\"add\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-test=\"tell\"", html, StringComparison.Ordinal);
        await browser.AskAsync("POST", "/console/privacy/breaches/b1/tell");
        Assert.Empty(world.Inbox.Accepted);
    }

    [Fact]
    public async Task Proofs_of_what_went_are_shown()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = await world.SignedInAsync();
        Assert.Contains("Nothing has run yet", await browser.GetAsync("/console/privacy/retention"), StringComparison.Ordinal);
        world.Privacy.Reports.Add(new RetentionReport("1", DateTimeOffset.UnixEpoch, IsTrial: false, [new(RetentionRule.Talk, DateTimeOffset.UnixEpoch, 417, IsOfPeople: false)]));
        Assert.Contains("417", await browser.GetAsync("/console/privacy/retention"), StringComparison.Ordinal);
    }

    static async Task<ConsoleWorld> PeopleAsync()
    {
        var world = await ConsoleWorld.StartAsync();
        world.Records.Conversations.Add(Conversation.New(Aline, new Address("telegram", "1")));
        world.Records.Conversations.Add(Conversation.New(Keza, new Address("web", "2")) with { IsSilenced = true });
        return world;
    }
}
