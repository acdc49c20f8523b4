using RbcBot.Bot.Channels;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Observing;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Reminders;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Faults.Cuts;
using RbcBot.Tests.Faults.Simulation;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>The product from its doors to its providers, with its own settings, on a disk in memory and without threads.</summary>
sealed class StormBot : IDisposable
{
    public const string Secret = "storm-secret";

    readonly Chronicle chronicle;
    readonly LiteDbStore store;
    readonly LiteDbInbox inbox;
    readonly LiteDbOutbox outbox;
    readonly TellingOutbox told;
    readonly InboxWorker turning;
    readonly OutboxWorker sending;
    readonly ReminderWorker reminding;
    readonly SimulatedLife life = new();
    readonly OutboxOptions options = new();
    readonly TwilioLine twilioLine;
    readonly BotApi api;
    readonly List<IDisposable> parts = [];
    int flying;

    /// <param name="meta">Meta, which brings WhatsApp; null when Twilio does.</param>
    public StormBot(EventClock clock, Catalogue catalogue, Random chance, EventLog log, Chronicle chronicle, StormTelegram telegram, StormTwilio twilio, StormMeta? meta)
    {
        this.chronicle = chronicle;
        store = new LiteDbStore(null, new CutDisk(), new StorageOptions(LeastFreeMegabytes: 1), clock, isStepped: true, Sample.Vault);
        var people = new LiteDbPeople(store, clock) { NewId = _ => NewId(chance) };
        inbox = new LiteDbInbox(store, people, clock);
        outbox = new LiteDbOutbox(store, people, clock, new HashSet<string>(), options.SendersOfOne) { Reports = channel => channel is WhatsAppChannel.Word or SmsChannel.Word };
        var aside = new LiteDbAside(store, inbox, clock);
        var turns = new LiteDbTurns(store, inbox, outbox, people, clock);
        var letters = new TypedLetters(outbox);
        var runner = new TurnRunner(new ToldTurns(turns, chronicle), (talk, inbound, now) => Talk.Take(talk, inbound, catalogue, Flows.All, now), clock)
        {
            Fetch = (_, inbound, stop) => letters.ReadAsync(inbound, stop),
        };
        var intake = new Intake(inbox, new Floods(new InboxOptions(), clock), life, prompt: new PromptTurn(new ToldPromptTurns(turns, chronicle), runner));
        turning = new InboxWorker(inbox, runner, new InboxOptions(), new SimulatedLog<InboxWorker>(log));
        reminding = new ReminderWorker(new LiteDbReminders(store, inbox, clock), clock, new SimulatedLog<ReminderWorker>(log));

        var (watch, pace, catalogues) = (new ChannelWatch(clock), new OwnPace(clock), new Forms(catalogue));
        told = new TellingOutbox(outbox, inbox, watch, clock);
        var telegramOptions = new TelegramOptions { Token = FakeTelegram.Token, WebhookSecret = Secret, PublicUrl = FakeTwilio.PublicUrl, TimeoutSeconds = RealSeconds };
        api = new BotApi(telegramOptions, watch, telegram);
        var twilioOptions = Twilio(meta is null);
        twilioLine = new TwilioLine(twilioOptions, watch, clock, twilio);
        var messages = new TwilioMessages(twilioOptions, twilioLine, new SentLook(twilioOptions, twilioLine), clock);
        var twilioDoor = new TwilioDoor(twilioOptions, new SimulatedLog<TwilioDoor>(log));
        var posts = new TwilioPosts(intake, told, clock, new SimulatedLog<TwilioPosts>(log));
        IWhatsAppTransport whatsApp = meta is null
            ? new TwilioWhatsApp(twilioOptions, messages, Keep(new TwilioContents(twilioOptions, twilioLine)), new TwilioMedia(twilioOptions, twilioLine))
            : Meta(clock, meta, watch, catalogues, intake, aside, log);
        var sms = new TwilioSms(twilioOptions, messages);
        IChannel[] channels =
        [
            new TelegramChannel(api, new Pace(telegramOptions.Limits, clock, pace), catalogues),
            new WhatsAppChannel(whatsApp, new Pace(whatsApp.Limits, clock, pace)),
            new SmsChannel(sms, new Pace(sms.Limits, clock, pace)),
        ];
        Limits = [telegramOptions.Limits, whatsApp.Limits, sms.Limits];
        sending = new OutboxWorker(told, new SendingChannels(channels, clock, new SimulatedLog<SendingChannels>(log)) { Chance = chance }, options, new SimulatedLog<OutboxWorker>(log));

        var webhook = new Webhook(telegramOptions, new Updates(intake, aside, new CallbackAnswers(), clock, new SimulatedLog<Updates>(log)), new SimulatedLog<Webhook>(log));
        telegram.Door = webhook.TakeAsync;
        (twilio.Messages, twilio.Statuses) = (http => twilioDoor.TakeAsync(http, posts.SaidAsync), http => twilioDoor.TakeAsync(http, form => posts.ReportedAsync(form, http.Request.Query["message"].ToString())));
    }

    // The line's own patience is of the real clock: in the storm the provider decides when it is over.
    const int RealSeconds = 120;

    /// <summary>What the settings say that the providers allow.</summary>
    public IReadOnlyList<PaceLimits> Limits { get; }

    /// <summary>Whether nothing waits for a turn or to be sent.</summary>
    public bool IsDrained => inbox.Count == 0 && outbox.Count == 0 && flying == 0;

    /// <summary>The console has the programme say something to somebody.</summary>
    public void Announce(Address to, string words, DateTimeOffset now) =>
        inbox.AcceptAsync(new Inbound(to, $"console|{words}", Said.Due(words), now), default).GetAwaiter().GetResult();

    public void Remind() => Begin(reminding.TryToRemindAsync(default));

    public void Tick() => store.Tick();

    /// <summary>All messages to an address, as they stand.</summary>
    public IReadOnlyList<Sending> Messages(Address to) => outbox.AfterAsync(to, 0, default).Result;

    public IReadOnlyList<SetAside> Aside() => ((IAside)new LiteDbAside(store, inbox, TimeProvider.System)).ListAsync(default).Result;

    /// <summary>Does all that can be done now: turns for who waits, as many messages on their way as there are senders.</summary>
    public void Work()
    {
        while (inbox.Count > 0 && Ready(inbox.NextAsync) is { } waiting)
            Begin(turning.ServeAsync(waiting, default));
        while (outbox.IsReady && flying < options.Senders && Ready(outbox.NextAsync) is { } next)
            Begin(FlyAsync(next));
    }

    public void Dispose()
    {
        api.Dispose();
        twilioLine.Dispose();
        parts.ForEach(part => part.Dispose());
        store.Dispose();
        life.Dispose();
    }

    static TwilioOptions Twilio(bool hasWhatsApp) => new()
    {
        AccountSid = FakeTwilio.Account,
        AuthToken = FakeTwilio.Token,
        PublicUrl = FakeTwilio.PublicUrl,
        WhatsAppFrom = hasWhatsApp ? FakeTwilio.Number : "",
        SmsFrom = FakeTwilio.SmsNumber,
        TimeoutSeconds = RealSeconds,
        Templates = new[] { "reminder", "invitation", "lesson", "letter", "last" }
            .SelectMany(name => new[] { "rw", "fr", "en" }, (name, language) => $"{name}:{language}").ToDictionary(name => name, _ => FakeTwilio.Approved),
    };

    MetaWhatsApp Meta(EventClock clock, StormMeta meta, ChannelWatch watch, ICatalogues catalogues, Intake intake, IAside aside, EventLog log)
    {
        var own = new MetaOptions
        {
            AppSecret = FakeMeta.AppSecret,
            VerifyToken = "storm",
            AccessToken = FakeMeta.AccessToken,
            PhoneNumberId = FakeMeta.PhoneNumberId,
            TimeoutSeconds = RealSeconds,
        };
        var line = Keep(new MetaLine(own, watch, clock, meta));
        var news = new MetaNews(new NewsReading(own, clock), intake, new NewsKeeping(aside, told, new SimulatedLog<NewsKeeping>(log)));
        meta.Door = new MetaWebhook(own, news, new SimulatedLog<MetaWebhook>(log)).TakeAsync;
        return new MetaWhatsApp(own, line, Keep(new UploadedMedia(line, catalogues, clock)), new MetaTemplates(own, clock));
    }

    TPart Keep<TPart>(TPart part) where TPart : IDisposable
    {
        parts.Add(part);
        return part;
    }

    async Task FlyAsync(Sending next)
    {
        flying++;
        chronicle.Handing(next);
        await sending.SendAsync(next, default);
        flying--;
    }

    // What is not done on return waits for the clock; what ends by throwing would end a worker.
    void Begin(Task step) => step.ContinueWith(
        ended => chronicle.Blame($"a worker of the bot ended: {ended.Exception?.InnerException}"), CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    static Guid NewId(Random chance)
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }

    static T? Ready<T>(Func<CancellationToken, ValueTask<T>> next) where T : class
    {
        using var none = new CancellationTokenSource();
        var waiting = next(none.Token);
        if (waiting.IsCompleted)
            return waiting.GetAwaiter().GetResult();
        none.Cancel();
        return null;
    }

    sealed class Forms(Catalogue catalogue) : ICatalogues
    {
        public Catalogue Current => catalogue;

        public Task RefreshAsync(CancellationToken stop) => Task.CompletedTask;
    }
}
