using System.Diagnostics.CodeAnalysis;

namespace RbcBot.Bot.Storage;

/// <summary>A bounded memory of what was used lately: two generations, the older one forgotten when the younger is full. Safe for many threads.</summary>
sealed class Recent<TKey, TValue>(int atMost) where TKey : notnull
{
    readonly Lock gate = new();
    Dictionary<TKey, TValue> young = [], old = [];
    long forgotten;

    /// <summary>How often anything was forgotten: while it stays the same, what was put in is still there.</summary>
    public long Forgotten
    {
        get
        {
            lock (gate)
                return forgotten;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (young.TryGetValue(key, out value))
                return true;
            if (!old.TryGetValue(key, out value))
                return false;
            Keep(key, value);
            return true;
        }
    }

    public void Put(TKey key, TValue value)
    {
        lock (gate)
            Keep(key, value);
    }

    /// <summary>Keeps it unless there is one already, which is newer.</summary>
    public void Add(TKey key, TValue value)
    {
        lock (gate)
            if (!young.ContainsKey(key) && !old.ContainsKey(key))
                Keep(key, value);
    }

    public void Remove(TKey key)
    {
        lock (gate)
        {
            young.Remove(key);
            old.Remove(key);
            forgotten++;
        }
    }

    /// <summary>Keeps what was read after so many were forgotten, unless there is one already, which is newer; gives what is kept, null when more was forgotten since: then it may be too old.</summary>
    public TValue? Add(TKey key, TValue value, long afterForgotten)
    {
        lock (gate)
        {
            if (young.TryGetValue(key, out var there) || old.TryGetValue(key, out there))
                return there;
            if (forgotten != afterForgotten)
                return default;
            Keep(key, value);
            return value;
        }
    }

    public void Clear()
    {
        lock (gate)
            (young, old, forgotten) = ([], [], forgotten + 1);
    }

    void Keep(TKey key, TValue value)
    {
        if (young.Count >= atMost / 2)
            (old, young, forgotten) = (young, [], forgotten + 1);
        young[key] = value;
    }
}
