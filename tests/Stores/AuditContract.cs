using System.Diagnostics;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Tests.Given;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store keeps to with the audit trail: one chain, added to and never changed.</summary>
public abstract class AuditContract(IStorePlace place) : IDisposable
{
    protected const int Entries = 30;

    protected IStorePlace Place => place;

    IAuditTrail Trail => place.Ports.Audit.Trail;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Entries_read_back_as_they_were_noted_and_verify()
    {
        var noted = await FillAsync();
        Assert.Equivalent(noted, (await Trail.FromAsync(2, Entries, default)).Select(row => row.Entry), strict: true);
        Assert.Equal(new AuditVerdict(Entries + 1, null), await VerifyAsync());
    }

    [Fact]
    public async Task Before_anything_is_noted_there_is_the_start()
    {
        Assert.Equal(AuditHead.Start, await Trail.HeadAsync(default));
        Assert.Equal(new AuditVerdict(0, null), await VerifyAsync());
    }

    [Fact]
    public async Task The_chain_goes_on_after_a_new_start()
    {
        await FillAsync();
        place.Reopen();
        await FillAsync();
        Assert.Equal(new AuditVerdict((Entries * 2) + 1, null), await VerifyAsync());
    }

    [Fact]
    public async Task Many_who_note_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => place.Ports.Audit.Notes.NoteAsync(Entry(number), default)));
        Assert.Equal(new AuditVerdict(201, null), await VerifyAsync());
    }

    [Fact]
    public async Task What_no_store_can_keep_is_noted_as_it_reads_back()
    {
        await place.Ports.Audit.Notes.NoteAsync(new AuditEntry(Noon, "a\0b\ud800", [], "sign-in.refused", new string('x', 5000), AuditOutcome.Refused, "\udc00"), default);
        Assert.Equal(new AuditVerdict(2, null), await VerifyAsync());
    }

    [Fact]
    public async Task A_page_of_the_trail_is_found_by_its_filters_the_latest_first()
    {
        await FillAsync();
        var find = new FindAudit(Trail);
        var first = await find.RunAsync(AuditQuery.All with { Actor = "CLAIRE", Act = "person." }, null, 5, default);
        var next = await find.RunAsync(AuditQuery.All with { Actor = "CLAIRE", Act = "person." }, first.Next, 100, default);
        Assert.Equal(["p28", "p26", "p24", "p22", "p20"], first.Rows.Select(row => row.Entry.Object));
        Assert.Equal((10, null), (next.Rows.Count, next.Next));
        Assert.Equal(("p18", "p0"), (next.Rows[0].Entry.Object, next.Rows[^1].Entry.Object));
    }

    [Fact]
    public async Task Noting_costs_no_more_than_a_commit()
    {
        await FillAsync();
        var since = Stopwatch.GetTimestamp();
        for (var number = 0; number < 100; number++)
            await place.Ports.Audit.Notes.NoteAsync(Entry(number), default);
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(20), $"{Stopwatch.GetElapsedTime(since).TotalMilliseconds / 100} ms each");
    }

    /// <summary>Notes some; what was noted.</summary>
    protected async Task<IReadOnlyList<AuditEntry>> FillAsync()
    {
        List<AuditEntry> noted = [.. Enumerable.Range(0, Entries).Select(Entry)];
        foreach (var entry in noted)
            await place.Ports.Audit.Notes.NoteAsync(entry, default);
        return noted;
    }

    protected Task<AuditVerdict> VerifyAsync(params AuditAnchor[] anchors) => new VerifyAudit(Trail, InMemoryAudit.Keys).RunAsync(anchors, default);

    protected async Task<AuditAnchor> AnchorAsync() => AuditAnchor.Of(await Trail.HeadAsync(default), Noon, InMemoryAudit.Keys);

    static AuditEntry Entry(int number) => new(
        Noon.AddSeconds(number), number % 2 == 0 ? "claire" : "odile", number % 3 == 0 ? [] : [Role.Coach, Role.Auditor], "person.view", $"p{number}", (AuditOutcome)(number % 3), number % 4 == 0 ? null : "é, \"ä\" 🙂");
}
