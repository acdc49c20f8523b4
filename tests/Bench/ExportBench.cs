using System.Diagnostics;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Bench;

/// <summary>Every format of an export, from the real store: seconds, memory above that at rest, size.</summary>
static class ExportBench
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(string folder, int sessions)
    {
        using var store = new LiteDbStore(new StorageOptions(folder));
        var since = Stopwatch.GetTimestamp();
        await BenchForm.FillAsync(store, sessions);
        Console.WriteLine($"{sessions} sessions, {sessions * BenchForm.AnswersPerSession} answers, kept in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s");
        var export = new ExportRound(new LiteDbRecords(store), new OneForm());
        foreach (var format in Enum.GetValues<ExportFormat>())
            await MeasureAsync(export, format);
    }

    static async Task MeasureAsync(ExportRound export, ExportFormat format)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var rest = Memory.ResidentMegabytes(Environment.ProcessId);
        using var over = new CancellationTokenSource();
        var peak = PeakAsync(over.Token);
        await using var file = Spool.Open();
        var (since, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var exported = await export.RunAsync(BenchForm.Round, format, SessionFilter.All, "en", file, CancellationToken.None);
        var time = Stopwatch.GetElapsedTime(since);
        await over.CancelAsync();
        Console.WriteLine($"{exported.Ending}: {exported.Sessions} sessions in {time.TotalSeconds:0.0} s ({(Environment.CpuUsage.TotalTime - worked).TotalSeconds:0.0} s of processor), {rest} MB at rest, {await peak} MB at most, file {file.Length / 1e6:0.0} MB");
    }

    // On a thread of its own: an export keeps the pool's busy.
    static Task<int> PeakAsync(CancellationToken over)
    {
        var done = new TaskCompletionSource<int>();
        new Thread(() =>
        {
            var most = 0;
            while (!over.IsCancellationRequested)
            {
                most = Math.Max(most, Memory.ResidentMegabytes(Environment.ProcessId));
                over.WaitHandle.WaitOne(BetweenLooks);
            }
            done.SetResult(most);
        })
        { IsBackground = true }.Start();
        return done.Task;
    }

    sealed class OneForm : ICatalogues
    {
        public Catalogue Current { get; } = new([BenchForm.Round], new Dictionary<string, Form> { [BenchForm.Form.Version] = BenchForm.Form }, Library.Empty);

        public Task RefreshAsync(CancellationToken stop) => Task.CompletedTask;
    }
}
