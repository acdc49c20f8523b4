using Microsoft.Extensions.Time.Testing;
using RbcBot.Admin.Simulator;
using RbcBot.Bot.Turns;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Simulator;

public sealed class RehearsalsTests
{
    static readonly Tried Guide = new(
        Rehearsal.Begin(Shipped.Form("guide-b.xlsx"), RoundKind.Interview, Library.Empty, Flows.All, Language.Rw, DateTimeOffset.UnixEpoch), "guide-b.xlsx");

    readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_rehearsal_waits_an_hour_for_its_author()
    {
        var kept = new Rehearsals(clock);
        kept.Keep("Claire", "", Guide);
        clock.Advance(Rehearsals.Rest);
        Assert.NotNull(kept.Find("Claire", ""));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(kept.Find("Claire", ""));
    }

    [Fact]
    public void The_one_that_rested_longest_makes_room()
    {
        var kept = new Rehearsals(clock);
        for (var number = 0; number <= Rehearsals.Most; number++)
        {
            kept.Keep("Claire", $"ROUND-{number}", Guide);
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Null(kept.Find("Claire", "ROUND-0"));
        Assert.NotNull(kept.Find("Claire", "ROUND-1"));
    }

    [Fact]
    public void Nobody_sees_what_another_tries()
    {
        var kept = new Rehearsals(clock);
        kept.Keep("Claire", "", Guide);
        Assert.Null(kept.Find("Eric", ""));
    }
}
