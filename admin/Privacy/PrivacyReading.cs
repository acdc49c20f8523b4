using RbcBot.Admin.Overview;
using RbcBot.Core.Calendar;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Admin.Privacy;

/// <summary>What the law asks for and is not done, for the first page.</summary>
sealed class PrivacyReading(IBreaches breaches, IPrivacySettings settings, Residency residency, TimeProvider clock)
{
    public async Task<IReadOnlyList<NextStep>> StepsAsync(CancellationToken stop) =>
        [.. Steps(await breaches.ListAsync(stop), await settings.ReadAsync(stop), residency, clock.GetUtcNow())];

    public static IEnumerable<NextStep> Steps(IReadOnlyList<Breach> breaches, PrivacySettings settings, Residency residency, DateTimeOffset now)
    {
        foreach (var breach in breaches.Where(breach => !breach.IsClosed))
            yield return new NextStep(breach.WantsAct(now) ? "breach-overdue" : "breach-open", "/console/privacy/breaches/" + Uri.EscapeDataString(breach.Id), "");
        if (settings.IsRenewalDue(KigaliTime.Day(now)))
            yield return new NextStep("certificate", "/console/privacy#settings", "");
        if (residency.IsUnauthorised)
            yield return new NextStep("residency", "/console/privacy", residency.Country);
    }
}
