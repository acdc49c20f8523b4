using RbcBot.Bot.Storage.LiteDb;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class LiteDbWholeRegisterContract() : WholeRegisterContract(new LiteDbPlace())
{
    [Fact]
    public async Task A_new_folder_needs_no_making()
    {
        using var place = new LiteDbPlace();
        var isMarked = false;
        await place.MeddleAsync(draft => isMarked = draft.Find(LiteDbSchema.Register, RegisterUpgrade.Built) is not null);
        Assert.True(isMarked);
        await place.ForgetRegisterAsync();
        await place.MeddleAsync(draft => isMarked = draft.Find(LiteDbSchema.Register, RegisterUpgrade.Built) is not null);
        Assert.False(isMarked);
    }
}
