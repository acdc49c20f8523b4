using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Demo;

/// <summary>The demo's committee: the product's own rules, solver and letters.</summary>
sealed class DemoSelection(IServiceProvider services)
{
    static readonly string[] Modules = ["epilepsy", "child-psychology"];

    public async Task RunAsync(DemoStage stage, CancellationToken stop)
    {
        stage.Day(55);
        var records = services.GetRequiredService<IRecords>();
        var selections = services.GetRequiredService<ISelections>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var applicants = ApplicantReading.Of(
            await records.SessionsOfFlowAsync("application", stop), services.GetRequiredService<ICatalogues>().Current.Forms);
        var rules = SelectionRules.Of(Modules, ApplicantReading.Provinces);
        var run = new SelectionRun(
            now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture), now, "demo", rules, applicants, ChoosePanel.Of(applicants, rules, stop), null, null);
        await selections.PutAsync(run, stop);
        if (!run.Panel.IsUsable)
            throw new InvalidOperationException("The demo's applicants cannot fill the seats: try another --seed.");

        var confirm = new ConfirmSelection(selections, services.GetRequiredService<IEnrolments>(), records, services.GetRequiredService<IInbox>());
        await confirm.RunAsync(run, "demo", now, stop);
        stage.Say($"Selection: {run.Panel.Seats.Count} of {applicants.Count} seated.");
    }
}
