using RbcBot.Core.Calendar;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;

namespace RbcBot.Bot.Turns;

/// <summary>The catalogue in memory: forms are compiled once a version, content is read once a start.</summary>
sealed class Catalogues(IRounds rounds, Library library, QuietHours quiet, ISafetySettings? safety = null, IPrivacySettings? privacy = null, RetentionRules? retention = null) : ICatalogues, IDisposable
{
    readonly Dictionary<string, Form> compiled = [];
    readonly SemaphoreSlim one = new(1);

    public Catalogue Current { get; private set; } = Catalogue.Empty with { Library = library, Quiet = quiet };

    public async Task RefreshAsync(CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            foreach (var file in await rounds.FilesAsync(stop))
                if (!compiled.ContainsKey(file.Version) && FormReading.Of(file.Bytes, file.FileName).Form is { } form)
                    compiled[file.Version] = form;

            Current = new Catalogue(await rounds.ListAsync(stop), new Dictionary<string, Form>(compiled), library)
            {
                Quiet = quiet,
                Numbers = await NumbersAsync(stop),
                Privacy = privacy is null ? PrivacySettings.None : await privacy.ReadAsync(stop),
                Retention = retention ?? RetentionRules.Usual,
            };
        }
        finally
        {
            one.Release();
        }
    }

    // Those of the content folder stand until somebody changed them in the console.
    async Task<IReadOnlyList<Helpline>?> NumbersAsync(CancellationToken stop) =>
        safety is not null && (await safety.ReadAsync(stop)).Numbers is { Count: > 0 } numbers ? numbers : null;

    public void Dispose() => one.Dispose();
}
