using RbcBot.Admin.Overview;
using RbcBot.Admin.Rights;
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
            yield return breach.WantsAct(now) ? Step("breach-overdue", PathOf(breach), "bad") : Step("breach-open", PathOf(breach), "care");
        if (settings.IsRenewalDue(KigaliTime.Day(now)))
            yield return Step("certificate", "/console/privacy#settings", "care");
        if (residency.IsUnauthorised)
            yield return Step("residency", "/console/privacy", "bad") with { Code = residency.Country };
    }

    static NextStep Step(string word, string path, string kind) => new(word, path, Right.SeePrivacy) { Kind = kind };

    static string PathOf(Breach breach) => "/console/privacy/breaches/" + Uri.EscapeDataString(breach.Id);
}
