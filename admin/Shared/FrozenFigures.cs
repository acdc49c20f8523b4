using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RbcBot.Admin.Shared;

/// <summary>Figures over so much that nobody can wait for them: worked out aside, one at a time, and shown with the moment they are of. Those over little are worked out at once and are always of now.</summary>
sealed class FrozenFigures(TimeProvider clock, IHostApplicationLifetime life, ILogger<FrozenFigures> log) : IDisposable
{
    /// <summary>Sessions up to which figures are worked out at each look: some 50 ms, at 0.2 ms a session.</summary>
    internal const int FreshUpTo = 250;
    /// <summary>Sessions up to which the first who asks waits for them, about half a second, instead of being told to look again.</summary>
    internal const int AwaitedUpTo = 1000;
    /// <summary>Figures that are kept; of more the oldest go.</summary>
    const int MostKept = 60;
    /// <summary>How many times as long as it took to work them out, they are good for: so at most a twentieth of a processor is spent on them.</summary>
    const int RestTimes = 20;

    static readonly TimeSpan LeastRest = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, Figure> figures = new(StringComparer.Ordinal);
    readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>The figures of a name.</summary>
    /// <param name="rows">How many sessions they are over.</param>
    /// <param name="work">Works them out; it yields now and then where it reads much.</param>
    public async Task<Frozen<T>> OfAsync<T>(string name, int rows, Func<CancellationToken, Task<T>> work, CancellationToken stop) where T : class
    {
        if (rows <= FreshUpTo)
            return new Frozen<T>(await work(stop), null);
        if (figures.Count > MostKept)
            Forget();
        var figure = figures.GetOrAdd(name, _ => new Figure());
        if (figure.TryBegin(clock.GetUtcNow()))
        {
            var working = WorkAsync(name, figure, async over => await work(over));
            if (rows <= AwaitedUpTo && figure.Kept is null)
                await working.WaitAsync(stop);
        }
        return figure.Kept is { } kept ? new Frozen<T>((T)kept.Value, kept.At) : new Frozen<T>(null, null);
    }

    public void Dispose() => oneAtATime.Dispose();

    async Task WorkAsync(string name, Figure figure, Func<CancellationToken, Task<object>> work)
    {
        await Task.Yield(); // who asked does not wait
        try
        {
            await oneAtATime.WaitAsync(life.ApplicationStopping);
            try
            {
                var (at, since) = (clock.GetUtcNow(), clock.GetTimestamp());
                var value = await work(life.ApplicationStopping);
                var rest = clock.GetElapsedTime(since) * RestTimes;
                figure.Keep(value, at, clock.GetUtcNow() + (rest > LeastRest ? rest : LeastRest));
            }
            finally
            {
                oneAtATime.Release();
            }
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            // The program stops.
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Figures} could not be worked out", name);
            figure.Fail(clock.GetUtcNow() + LeastRest);
        }
    }

    // Those that are being worked out for the first time are the newest.
    void Forget()
    {
        foreach (var (name, _) in figures.OrderBy(one => one.Value.Kept?.At ?? DateTimeOffset.MaxValue).Take(MostKept / 2))
            figures.TryRemove(name, out _);
    }

    sealed class Figure
    {
        readonly Lock turning = new();
        bool isWorking;
        DateTimeOffset goodUntil;

        public (object Value, DateTimeOffset At)? Kept { get; private set; }

        public bool TryBegin(DateTimeOffset now)
        {
            lock (turning)
            {
                if (isWorking || now < goodUntil)
                    return false;
                return isWorking = true;
            }
        }

        public void Keep(object value, DateTimeOffset at, DateTimeOffset until)
        {
            lock (turning)
                (Kept, goodUntil, isWorking) = ((value, at), until, false);
        }

        public void Fail(DateTimeOffset until)
        {
            lock (turning)
                (goodUntil, isWorking) = (until, false);
        }
    }
}

/// <summary>Figures and the moment they are of.</summary>
/// <param name="Value">Null while they are worked out for the first time.</param>
/// <param name="At">Null when they are of now.</param>
public sealed record Frozen<T>(T? Value, DateTimeOffset? At) where T : class
{
    /// <summary>The page over the figures, or the one that says that they are being worked out.</summary>
    internal Microsoft.AspNetCore.Http.IResult Show(Func<T, Microsoft.AspNetCore.Http.IResult> page) => Value is { } value ? page(value) : Pages.Show<WorkingPage>(new Working());
}

/// <summary>That figures are being worked out.</summary>
sealed record Working;
