using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbAuditContract() : AuditContract(new LiteDbPlace())
{
    LiteDbPlace Own => (LiteDbPlace)Place;

    [Theory]
    [InlineData("actor")]
    [InlineData("act")]
    [InlineData("outcome")]
    [InlineData("hash")]
    public async Task A_row_that_is_edited_in_the_file_is_found(string field)
    {
        await FillAsync();
        await Own.MeddleAsync(draft =>
        {
            var row = draft.Find(LiteDbSchema.Audit, LiteDbAudit.IdOf(7))!; // it was noted
            row[field] = field == "outcome" ? "Done" : "x";
            draft.Put(LiteDbSchema.Audit, row);
        });
        Assert.Equal(new AuditFault(7, AuditFaultKind.Changed), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_row_that_is_deleted_is_found()
    {
        await FillAsync();
        await Own.MeddleAsync(draft => draft.Delete(LiteDbSchema.Audit, LiteDbAudit.IdOf(7)));
        Assert.Equal(new AuditFault(7, AuditFaultKind.Gap), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task Two_rows_that_are_swapped_are_found()
    {
        await FillAsync();
        await Own.MeddleAsync(draft =>
        {
            var (one, other) = (draft.Find(LiteDbSchema.Audit, LiteDbAudit.IdOf(7))!, draft.Find(LiteDbSchema.Audit, LiteDbAudit.IdOf(9))!); // both were noted
            (one["_id"], other["_id"]) = (other["_id"], one["_id"]);
            draft.Put(LiteDbSchema.Audit, one);
            draft.Put(LiteDbSchema.Audit, other);
        });
        Assert.Equal(new AuditFault(7, AuditFaultKind.Link), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_cut_is_found_even_without_an_anchor_while_the_head_is_left()
    {
        await FillAsync();
        await Own.MeddleAsync(draft => Cut(draft, 25));
        Assert.Equal(new AuditFault(25, AuditFaultKind.Cut), (await VerifyAsync()).Fault);
    }

    [Fact]
    public async Task A_cut_that_mends_the_head_is_found_by_an_anchor_only()
    {
        await FillAsync();
        var anchor = await AnchorAsync();
        await Own.MeddleAsync(draft =>
        {
            var last = LiteDbAudit.Read(draft.Find(LiteDbSchema.Audit, LiteDbAudit.IdOf(24))!); // it was noted
            Cut(draft, 25);
            draft.Put(LiteDbSchema.Audit, new LiteDB.BsonDocument { ["_id"] = "head", ["seq"] = last.Seq, ["hash"] = last.Hash, ["key"] = last.Key });
        });
        Assert.Null((await VerifyAsync()).Fault);
        Assert.Equal(new AuditFault(25, AuditFaultKind.Cut), (await VerifyAsync(anchor)).Fault);
    }

    static void Cut(Draft draft, int from)
    {
        for (var seq = from; seq <= Entries + 1; seq++)
            draft.Delete(LiteDbSchema.Audit, LiteDbAudit.IdOf(seq));
    }
}
