using System.Net;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rounds;

public sealed class ChangePageTests
{
    static readonly DateTimeOffset Began = new(2026, 11, 2, 7, 30, 0, TimeSpan.Zero);

    static readonly string Page = $"/console/rounds/{TwoVersions.Code}/versions/{TwoVersions.New.Version}";

    [Fact]
    public async Task A_new_version_shows_what_it_changes_and_changes_nothing_yet()
    {
        await using var world = await WorldAsync(Session("amina", isSubmitted: false), Session("jean", isSubmitted: true));
        using var browser = await UploadedAsync(world);
        Assert.Contains("data-test=\"changes\"", browser.Html, StringComparison.Ordinal);
        Assert.Contains("What is your role?", browser.Html, StringComparison.Ordinal);
        Assert.Contains("Also move 1 running session", browser.Html, StringComparison.Ordinal);
        Assert.Equal(TwoVersions.Old.Version, Assert.Single(world.Rounds.Rounds).FormVersion);
    }

    [Fact]
    public async Task Open_for_new_sessions_only_moves_nobody()
    {
        await using var world = await WorldAsync(Session("amina", isSubmitted: false));
        using var browser = await UploadedAsync(world);
        await browser.SubmitAsync(Page, ("do", "open"));
        Assert.Equal((TwoVersions.New.Version, 0), (world.Rounds.Rounds[0].FormVersion, world.Inbox.Accepted.Count));
    }

    [Fact]
    public async Task Running_sessions_are_moved_a_person_at_a_time()
    {
        await using var world = await WorldAsync(Session("amina", isSubmitted: false), Session("jean", isSubmitted: true));
        using var browser = await UploadedAsync(world);
        var html = await browser.SubmitAsync(Page, ("do", "move"));
        var due = Assert.Single(world.Inbox.Accepted);
        Assert.Equal((new Address("web", "amina-phone"), Said.Due($"migrate:V1:{TwoVersions.New.Version}")), (due.From, due.Said));
        Assert.Contains("1 session is being moved", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitted_sessions_move_only_when_it_is_ticked()
    {
        await using var world = await WorldAsync(Session("jean", isSubmitted: true));
        using var browser = await UploadedAsync(world);
        await browser.SubmitAsync(Page, ("do", "move"), ("submitted", "yes"));
        Assert.EndsWith(":submitted", Assert.Single(world.Inbox.Accepted).Said.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_can_be_moved_later_from_the_round()
    {
        await using var world = await WorldAsync(Session("amina", isSubmitted: false));
        using var browser = await UploadedAsync(world);
        var html = await browser.SubmitAsync(Page, ("do", "open"));
        Assert.Contains($"{Page}?from={TwoVersions.Old.Version}", html, StringComparison.Ordinal);
        Assert.Contains("Move 1 running session", await browser.GetAsync($"{Page}?from={TwoVersions.Old.Version}"), StringComparison.Ordinal);
        await browser.SubmitAsync(Page, ("do", "move"));
        Assert.Single(world.Inbox.Accepted);
    }

    [Theory]
    [InlineData("rw", "Kwimura n'umwe (1) urimo gusubiza")]
    [InlineData("fr", "Faire passer aussi 1 entretien en cours")]
    public async Task The_page_speaks_the_administrator_s_language(string language, string button)
    {
        await using var world = await WorldAsync(Session("amina", isSubmitted: false));
        using var browser = await UploadedAsync(world);
        browser.Language = language;
        Assert.Contains(button, WebUtility.HtmlDecode(await browser.GetAsync(Page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/rounds/V1/versions/nothing")]
    [InlineData("/console/rounds/NO-SUCH/versions/nothing")]
    public async Task A_version_that_is_not_there_gets_a_page_that_helps(string path)
    {
        await using var world = await WorldAsync();
        using var browser = await world.SignedInAsync();
        await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
    }

    static async Task<ConsoleWorld> WorldAsync(params Session[] sessions)
    {
        var world = await ConsoleWorld.StartAsync();
        world.Rounds.Rounds.AddRange(TwoVersions.Catalogue.Rounds);
        world.Rounds.Files.Add(new FormFile(TwoVersions.Old.Version, "about_work.xlsx", TwoVersions.OldFile, Began));
        await world.Catalogue.RefreshAsync(default);
        world.Records.Sessions.AddRange(sessions);
        world.Records.Conversations.AddRange(sessions.Select(session => Conversation.New(session.Person, new Address("web", $"{session.Person}-phone"))));
        return world;
    }

    static async Task<ConsoleBrowser> UploadedAsync(ConsoleWorld world)
    {
        var browser = await world.SignedInAsync();
        await browser.GetAsync("/console/rounds");
        await browser.UploadAsync(TwoVersions.NewFile, "about_work_2.xlsx", TwoVersions.Code, replaces: true);
        return browser;
    }

    static Session Session(string person, bool isSubmitted) => new(
        person + "-1", new PersonId(person), "interview", TwoVersions.Code, isSubmitted ? "Submitted" : "Asking", TwoVersions.Old.Version,
        [new("/data/place", "hc")], Began, Began.AddMinutes(20), isSubmitted ? Began.AddMinutes(20) : null, "rw")
    { Submission = isSubmitted ? [new("/data/place", "hc")] : [], IsOver = isSubmitted };
}
