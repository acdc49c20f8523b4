using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.Conversations.Register;

namespace RbcBot.Admin.Channels;

/// <summary>What nudges are planned until the month is over: with very many people it is counted aside.</summary>
sealed class PlanReading(ITemplateUses uses, IRegister register, FrozenFigures figures, TimeProvider clock)
{
    public async Task<Frozen<IReadOnlyList<TemplateCount>>> RunAsync(CancellationToken stop) => await figures.OfAsync(
        "planned", (await register.PeopleAsync(stop)).Sum(one => one.Count), over => uses.PlannedAsync(TemplateCount.NextMonth(clock.GetUtcNow()), over), stop);
}
