using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>Many phones and Telegram between them and a bot, on one thread: updates go out by webhook, what the bot sends comes in at the Bot API.</summary>
sealed class Phones : IDisposable
{
    public const string Secret = "bench-secret", Token = "123456:bench";
    const int MostTroubles = 10;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), Look = TimeSpan.FromMilliseconds(100);

    readonly Poll poll = new();
    readonly Socket telegram = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    readonly List<(Wire Wire, Phone? Phone)> wires = [];
    readonly Dictionary<long, Phone> byChat = [];
    readonly List<Phone> phones = [];
    readonly IReadOnlyList<Step> script;
    readonly BotApiAnswers telegramAnswers = new();
    readonly Crowd? crowd;
    long nextChat;
    int update = 1;

    /// <param name="firstChat">Chats are numbered from here, so that each bot's are new to it.</param>
    /// <param name="crowd">Who speaks when the people are known already; null when each phone is held by one new person after the other.</param>
    public Phones(IReadOnlyList<Step> script, long firstChat, Crowd? crowd = null)
    {
        (this.script, nextChat, this.crowd) = (script, firstChat, crowd);
        telegram.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        telegram.Listen(512);
        telegram.Blocking = false;
        wires.Add((new Wire(telegram), null));
        poll.Watch(telegram, 0);
    }

    /// <summary>Where the bot finds its Bot API.</summary>
    public string BaseUrl => $"http://127.0.0.1:{((IPEndPoint)telegram.LocalEndPoint!).Port}"; // bound in the constructor

    /// <summary>What was wrong, the first few: a wrong reply, one too many, one that never came.</summary>
    public List<string> Troubles { get; } = [];

    public int TroubleCount { get; private set; }

    /// <summary>So many phones with a line to the webhook; lines that the bot let go while nobody spoke are made anew.</summary>
    public void Connect(int count, int port)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Look;)
            Turn(TimeSpan.FromMilliseconds(1), static _ => false);
        while (phones.Count < count)
            phones.Add(new Phone(script));
        foreach (var phone in phones.Where(phone => phone.Wire is null))
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            phone.Wire = Add(socket, phone);
        }
    }

    /// <summary>Everybody talks as fast as the bot answers; those under way at the end are waited for but not counted.</summary>
    public List<double> Talk(TimeSpan time)
    {
        List<double> turns = [];
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        phones.ForEach(phone => SayAt(phone, Stopwatch.GetTimestamp()));
        while (Stopwatch.GetTimestamp() < end)
            Turn(Look, phone =>
            {
                turns.Add(phone.Took.TotalMilliseconds);
                return true;
            });
        Drain();
        return turns;
    }

    /// <summary>Turns come at their own times, whether the bot keeps up or not; each is counted from when it was to come, also one for which no phone was free then.</summary>
    public List<double> TalkAtRate(double rate, TimeSpan time, int seed)
    {
        var chance = new Random(seed);
        List<double> turns = [];
        var idle = new Queue<Phone>(phones);
        var (next, end) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));
        while (next < end)
        {
            for (; next <= Stopwatch.GetTimestamp() && idle.Count > 0; next += (long)(-Math.Log(1 - chance.NextDouble()) / rate * Stopwatch.Frequency))
                SayAt(idle.Dequeue(), next);
            Turn(idle.Count > 0 ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), next) : Look, phone =>
            {
                turns.Add(phone.Took.TotalMilliseconds);
                idle.Enqueue(phone);
                return false;
            });
        }
        Drain();
        return turns;
    }

    /// <summary>Answers the Bot API alone, until something is true.</summary>
    public void Until(Func<bool> isDone)
    {
        while (!isDone())
            Turn(Look, static _ => false);
    }

    public void Dispose()
    {
        wires.ForEach(each => each.Wire.Socket.Dispose());
        poll.Dispose();
    }

    void SayAt(Phone phone, long since)
    {
        if (crowd is not null || phone.IsNew)
        {
            byChat.Remove(phone.Chat);
            phone.Become(crowd?.Pick(byChat.ContainsKey) ?? (nextChat++, 0));
            byChat[phone.Chat] = phone;
        }
        phone.Say(update++, since);
    }

    void Drain()
    {
        var since = Stopwatch.GetTimestamp();
        while (phones.Exists(phone => phone.IsWaiting) && Stopwatch.GetElapsedTime(since) < Patience)
            Turn(Look, static _ => false);
        foreach (var phone in phones.Where(phone => phone.IsWaiting))
        {
            Trouble($"chat {phone.Chat} said \"{phone.Step.Said}\" and was not answered within {Patience.TotalSeconds} s");
            phone.GiveUp();
        }
    }

    /// <param name="whole">Told of each turn that is whole; whether its phone speaks again at once.</param>
    void Turn(TimeSpan longest, Func<Phone, bool> whole)
    {
        for (var (index, count) = (0, poll.Wait(longest < TimeSpan.Zero ? TimeSpan.Zero : longest)); index < count; index++)
        {
            var (wire, phone) = wires[poll.Key(index)];
            if (wire.Socket == telegram)
                Accept();
            else if (!wire.Receive())
                HangUp(wire, phone);
            else if (phone is null)
                Serve(wire, whole);
            else
                Read(wire, phone, whole);
        }
    }

    void Accept()
    {
        var socket = telegram.Accept();
        socket.NoDelay = true;
        Add(socket, null);
    }

    Wire Add(Socket socket, Phone? phone)
    {
        socket.Blocking = false;
        var wire = new Wire(socket);
        wires.Add((wire, phone));
        poll.Watch(socket, wires.Count - 1);
        return wire;
    }

    void HangUp(Wire wire, Phone? phone)
    {
        wire.Socket.Dispose();
        if (phone is null)
            return;
        phone.Wire = null;
        if (phone.IsWaiting)
            Trouble($"the bot hung up on chat {phone.Chat}");
    }

    void Read(Wire wire, Phone phone, Func<Phone, bool> whole)
    {
        while (wire.TryTake(out var head, out _))
        {
            if (!head.StartsWith("HTTP/1.1 200"u8))
                Trouble($"chat {phone.Chat} got {Encoding.UTF8.GetString(head[..head.IndexOf((byte)'\r')])}");
            phone.Acknowledge();
            GoOn(phone, whole);
        }
    }

    void Serve(Wire wire, Func<Phone, bool> whole)
    {
        while (wire.TryTake(out var head, out var body))
            if (telegramAnswers.Take(wire, head, body) is { } chat)
                Hear(chat, body, Stopwatch.GetTimestamp(), whole);
    }

    void Hear(long chat, ReadOnlySpan<byte> body, long now, Func<Phone, bool> whole)
    {
        if (!byChat.TryGetValue(chat, out var phone))
            Trouble($"chat {chat} is nobody's, and heard something");
        else if (phone.Hear(body, now) is { } trouble)
            Trouble(trouble);
        else
            GoOn(phone, whole);
    }

    void GoOn(Phone phone, Func<Phone, bool> whole)
    {
        if (!phone.IsWaiting || !phone.TryGoOn())
            return;
        crowd?.Keep(phone.Chat, phone.At);
        if (whole(phone))
            SayAt(phone, Stopwatch.GetTimestamp());
    }

    void Trouble(string sentence)
    {
        TroubleCount++;
        if (Troubles.Count < MostTroubles)
            Troubles.Add(sentence);
    }
}
