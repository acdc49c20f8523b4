using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Faults.Simulation;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>Somebody with a phone: reads, thinks, answers; some leave in the middle, some ask for silence, some take long.</summary>
sealed partial class StormPerson
{
    const int MostSaid = 45;

    static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    readonly Address address;
    readonly IStormEntrance entrance;
    readonly EventClock clock;
    readonly Random chance;
    readonly string language;
    readonly int patience;
    readonly bool minds;
    readonly bool blocks;
    int said;
    int heard;
    int thought;
    int answers;
    bool isAway;

    public StormPerson(Address address, IStormEntrance entrance, EventClock clock, Random chance)
    {
        (this.address, this.entrance, this.clock, this.chance) = (address, entrance, clock, chance);
        language = new[] { "rw", "fr", "en" }[chance.Next(3)];
        patience = chance.Next(10) < 5 ? int.MaxValue : chance.Next(1, 8);
        (minds, blocks) = (chance.Next(10) == 0, address.Channel == "telegram" && chance.Next(20) == 0);
    }

    public Address Address => address;

    /// <summary>Whether nothing of ours reaches her.</summary>
    public bool IsStopped { get; private set; }

    public static bool IsStop(Said said) => said is { Kind: SaidKind.Text, Words: "STOP" } or { Kind: SaidKind.Choice, Words: "c:stop" };

    public static bool IsStart(Said said) => said is { Kind: SaidKind.Text, Words: "START" } or { Kind: SaidKind.Choice, Words: "c:start" } or { Kind: SaidKind.Enter };

    public void Begin() => Say(Said.Enter(SimulatedForm.Code));

    /// <summary>A message is on her phone.</summary>
    public void See(Arrival message)
    {
        heard++;
        if (isAway)
        {
            // She is called: some come back.
            if (chance.Next(3) > 0)
                return;
            isAway = false;
        }

        Think(TimeSpan.FromSeconds(chance.Next(2, 30)), () => Answer(message));
    }

    // Only what she thought of last is said.
    void Think(TimeSpan time, Action then)
    {
        var its = ++thought;
        clock.In(time, () =>
        {
            if (its == thought)
                then();
        });
    }

    void Answer(Arrival message)
    {
        if (said >= MostSaid || IsStopped)
            return;
        var question = Mark().Match(message.Text) is { Success: true } mark ? mark.Groups[1].Value : "";
        if (question.Length > 0 && ++answers > patience)
        {
            Leave();
            return;
        }

        if (Words(message, question) is { } words)
            Say(words, message);
    }

    void Leave()
    {
        (isAway, answers) = (true, 0);
        if (minds)
        {
            Say(Said.Text("STOP"));
            IsStopped = chance.Next(2) == 0;
            if (!IsStopped)
                clock.In(TimeSpan.FromHours(chance.Next(20, 60)), () => Say(Said.Text("START")));
        }
        else if (blocks)
        {
            Say(new Said(SaidKind.Blocked, ""));
            clock.In(TimeSpan.FromHours(chance.Next(20, 100)), () => Say(new Said(SaidKind.Unblocked, "")));
        }
    }

    Said? Words(Arrival message, string question)
    {
        if (message.Options.FirstOrDefault(option => option.Payload == $"l:{language}") is { } own)
            return Said.Choice(own.Payload);
        switch (question)
        {
            case "q3":
                return Said.Text($"{chance.Next(1, 100)}");
            case "q6":
                return Said.Text($"{chance.Next(1, 29)}/{chance.Next(1, 13)}/2026");
            case "q4":
                return Said.Text("1 3");
            case "q1" or "q5" or "q8":
                return Said.Text($"words {++said}");
        }

        var answer = message.Options.Where(option => option.Payload.StartsWith("q:", StringComparison.Ordinal)).ToList();
        if (question.Length > 0)
            return answer.Count > 0 ? Said.Choice(answer[chance.Next(answer.Count)].Payload) : Said.Text(chance.Next(2) == 0 ? "1" : "2");
        if (message.Options.FirstOrDefault(option => option.Payload is "c:yes" or "c:resume") is { } on)
            return Said.Choice(on.Payload);
        return message.IsTemplate || (address.Channel == "sms" && IsAsked(message.Text)) ? Said.Text(message.Text.Contains("Ikinyarwanda", StringComparison.Ordinal) ? "3" : "yes") : null;
    }

    // What can only be read says what may be written.
    static bool IsAsked(string text) => text.Contains("Ikinyarwanda", StringComparison.Ordinal) || Offer().IsMatch(text);

    void Say(Said words, Arrival? about = null)
    {
        said++;
        entrance.Say(address, words, about);
        // Nothing comes back: perhaps it was lost, so she asks again.
        var before = heard;
        if (words.Kind is SaidKind.Text or SaidKind.Choice or SaidKind.Enter && !IsStop(words))
            clock.In(Forgotten, () =>
            {
                if (heard == before && said < MostSaid && !isAway)
                    Say(Said.Text("muraho"));
            });
    }

    [GeneratedRegex(@"\[(q\d)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(yego|oui|yes|komeza|reprendre|resume)\b.*:", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Offer();
}
