using System.Text;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Admin.Selection;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

public abstract class RoundsContract(IStorePlace place) : IDisposable
{
    static readonly Round Round = new("PRE1", RoundKind.Test, "epilepsy-test", "v1", "epilepsy", "pre", true, Noon);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Round_is_the_same_after_a_restart()
    {
        await place.Ports.Rounds.PutAsync(Round, default);
        place.Reopen();
        Assert.Equal([Round], await place.Ports.Rounds.ListAsync(default));
    }

    [Fact]
    public async Task Round_of_the_same_code_is_replaced_whatever_the_case()
    {
        await place.Ports.Rounds.PutAsync(Round, default);
        await place.Ports.Rounds.PutAsync(Round with { Code = "pre1", IsOpen = false }, default);
        Assert.False(Assert.Single(await place.Ports.Rounds.ListAsync(default)).IsOpen);
    }

    [Fact]
    public async Task File_that_is_there_stays_as_it_is()
    {
        await place.Ports.Rounds.PutFileAsync(File("first"), default);
        await place.Ports.Rounds.PutFileAsync(File("second"), default);
        place.Reopen();
        Assert.Equal("first"u8.ToArray(), Assert.Single(await place.Ports.Rounds.FilesAsync(default)).Bytes);
    }

    [Fact]
    public async Task Enrolment_is_added_once()
    {
        var enrolment = new Enrolment(new PersonId("p1"), "epilepsy", Seat.Trainee, Noon);
        await place.Ports.Enrolments.AddAsync([enrolment], default);
        await place.Ports.Enrolments.AddAsync([enrolment with { At = Noon.AddDays(1) }], default);
        place.Reopen();
        Assert.Equal([enrolment], await place.Ports.Enrolments.ListAsync(default));
    }

    [Fact]
    public async Task Lists_that_were_looked_at_are_seen_as_they_are_after_they_changed()
    {
        var enrolment = new Enrolment(new PersonId("p1"), "epilepsy", Seat.Trainee, Noon);
        Assert.Empty(await place.Ports.Enrolments.ListAsync(default));
        await place.Ports.Enrolments.AddAsync([enrolment], default);
        Assert.Equal([enrolment], await place.Ports.Enrolments.ListAsync(default));
        await place.Ports.Enrolments.AddAsync([enrolment with { Module = "autism" }], default);
        Assert.Equal(["autism", "epilepsy"], (await place.Ports.Enrolments.ListAsync(default)).Select(one => one.Module));
        Assert.Empty(await place.Ports.Rounds.FilesAsync(default));
        await place.Ports.Rounds.PutFileAsync(File("first"), default);
        await place.Ports.Rounds.PutFileAsync(File("other") with { Version = "v0" }, default);
        Assert.Equal(["v0", "v1"], (await place.Ports.Rounds.FilesAsync(default)).Select(one => one.Version));
        Assert.Equal("other"u8.ToArray(), (await place.Ports.Rounds.FilesAsync(default))[0].Bytes);
    }

    [Fact]
    public async Task A_selection_that_was_looked_at_is_seen_as_it_is_after_it_changed()
    {
        var run = ConfirmTests.Run();
        await place.Ports.Selections.PutAsync(run, default);
        await place.Ports.Selections.PutAsync(run with { Id = "run2" }, default);
        Assert.Equal(run.Applicants.Count, (await place.Ports.Selections.FindAsync(run.Id, default))?.Applicants.Count);
        await place.Ports.Selections.PutAsync(run with { ConfirmedBy = "Odile" }, default);
        Assert.Equal("Odile", (await place.Ports.Selections.FindAsync(run.Id, default))?.ConfirmedBy);
        Assert.Null((await place.Ports.Selections.FindAsync("run2", default))?.ConfirmedBy);
        Assert.Equal("Odile", (await place.Ports.Selections.FindAsync(run.Id, default))?.ConfirmedBy);
        Assert.Null(await place.Ports.Selections.FindAsync("run3", default));
    }

    static FormFile File(string content) => new("v1", "form.xlsx", Encoding.UTF8.GetBytes(content), Noon);
}
