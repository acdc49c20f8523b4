using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RbcBot.Admin.Shared;

/// <summary>The long works of this server, one after the other. What a restart breaks off is begun anew by who wanted it: such work must be safe to repeat.</summary>
sealed class LongWorks(ILogger<LongWorks> log) : BackgroundService
{
    /// <summary>So many are remembered; the oldest that are over are forgotten first.</summary>
    const int Most = 100;

    readonly ConcurrentDictionary<string, LongWork> known = new(StringComparer.Ordinal);
    readonly Channel<LongWork> queue = Channel.CreateUnbounded<LongWork>();

    /// <returns>The address of the page that shows how far it is.</returns>
    public string Begin(LongWork work)
    {
        foreach (var old in known.Values.Where(one => one.IsOver).Take(Math.Max(0, known.Count - Most + 1)))
            known.TryRemove(old.Id, out _);
        known[work.Id] = work;
        queue.Writer.TryWrite(work);
        return "/console/progress/" + work.Id;
    }

    /// <summary>Somebody's own work; null when there is none of the id, or it is another's.</summary>
    public LongWork? Find(string id, string? owner) => known.GetValueOrDefault(id) is { } work && work.Owner == owner ? work : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in queue.Reader.ReadAllAsync(stoppingToken))
            await TryAsync(work, stoppingToken);
    }

    // One that fails keeps none after it from running; its page says that it broke off.
    async Task TryAsync(LongWork work, CancellationToken stop)
    {
        try
        {
            await work.RunAsync(stop);
        }
        catch (Exception wrong) when (!stop.IsCancellationRequested)
        {
            log.LogError("Long work {Title} broke off with {Fault} at {Done} of {All}: {Where}", work.Title, wrong.GetType().Name, work.Done, work.All, wrong.StackTrace);
        }
    }
}
