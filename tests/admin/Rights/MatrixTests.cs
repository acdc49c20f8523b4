using System.Net;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Rights;

/// <summary>Every address of the console, asked for by every role and by who is not signed in, over the wire.</summary>
public sealed class MatrixTests
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task A_role_reaches_what_the_table_gives_it_and_nothing_else(Role role)
    {
        var (world, browser) = await FullConsole.StartAsync(role);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console");
        List<string> wrong = [];
        foreach (var (method, path, right) in Guarded(world))
        {
            var status = await browser.AskAsync(method, path);
            if ((int)status >= 500 || (status == HttpStatusCode.Forbidden) == RightsTable.Has(role, right))
                wrong.Add($"{method} {path}: {status}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Who_is_signed_in_without_a_role_reaches_nothing()
    {
        var (world, browser) = await FullConsole.StartAsync();
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync("/console/sign-in");
        foreach (var (method, path, _) in Guarded(world))
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await browser.AskAsync(method, path)));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_door_from_everywhere()
    {
        await using var world = await ConsoleWorld.StartAsync();
        using var browser = new ConsoleBrowser(world.Url);
        await browser.GetAsync("/console/sign-in");
        foreach (var (method, path, _) in Guarded(world))
        {
            Assert.Equal((path, HttpStatusCode.Found), (path, await browser.AskAsync(method, path)));
            Assert.StartsWith("/console/sign-in", browser.Response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }
        Assert.Empty(world.Audit.Rows);
    }

    [Fact]
    public async Task A_refusal_is_noted_with_who_what_and_the_id()
    {
        var (world, browser) = await FullConsole.StartAsync(Role.Analyst);
        await using var _ = world;
        using var __ = browser;
        await browser.GetAsync($"/console/people/{FullConsole.Aline}");
        var entry = Assert.Single(world.Audit.Entries);
        Assert.Equal(("Claire", "person.view", FullConsole.Aline.Value, AuditOutcome.Refused, "SeePeople"), (entry.Actor, entry.Act, entry.Object, entry.Outcome, entry.Reason));
        Assert.Equal([Role.Analyst], entry.Roles);
    }

    static IEnumerable<(string Method, string Path, Right Right)> Guarded(ConsoleWorld world) =>
        from endpoint in world.Endpoints
        let needs = endpoint.Metadata.GetMetadata<Needs>()
        where needs is not null
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (method, FullConsole.AddressOf(endpoint), needs.Right);
}
