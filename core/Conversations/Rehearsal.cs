using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>A form tried out by its author: the very talk that a trainee would have, of which nothing is stored and nothing sent.</summary>
public sealed record Rehearsal
{
    const string Code = "REHEARSAL";

    /// <summary>Exchanges that are kept to look back at.</summary>
    const int MostKept = 100;

    static readonly Address Author = new("rehearsal", "author");

    readonly Catalogue catalogue;
    readonly IReadOnlyList<IFlow> flows;

    Rehearsal(Conversation conversation, Catalogue catalogue, IReadOnlyList<IFlow> flows) =>
        (Conversation, this.catalogue, this.flows) = (conversation, catalogue, flows);

    public Conversation Conversation { get; private init; }

    /// <summary>What was said and answered, the oldest first.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; private init; } = [];

    public Language Language => Conversation.Language ?? Language.En;

    public Form Form => catalogue.Forms.Values.Single();

    /// <summary>The session of the form as it stands; a finished one stays.</summary>
    public Session Session => Conversation.Sessions[^1];

    /// <summary>Begins as somebody who came in by a link and chose the language.</summary>
    public static Rehearsal Begin(Form form, RoundKind kind, Library library, IReadOnlyList<IFlow> flows, Language language, DateTimeOffset now)
    {
        var round = new Round(Code, kind, form.Id, form.Version, form.Settings.GetValueOrDefault("chat::module", ""), "", IsOpen: true, now);
        var conversation = Conversation.New(new PersonId("author"), Author) with { Language = language, IsIntroduced = true, State = nameof(TalkState.AtMenu) };
        var catalogue = new Catalogue([round], new Dictionary<string, Form> { [form.Version] = form }, library);
        return new Rehearsal(conversation, catalogue, flows).Say(Said.Enter(Code), "", now);
    }

    /// <summary>The rehearsal after something was said.</summary>
    /// <param name="words">As the author reads them: typed words, or the label of what was pressed.</param>
    public Rehearsal Say(Said said, string words, DateTimeOffset now)
    {
        var turn = Talk.Take(Conversation, new Inbound(Author, "", said, now), catalogue, flows, now);
        var exchange = new Exchange(words, turn.Replies, turn.Next.Language ?? Language.En);
        return this with { Conversation = turn.Next, Exchanges = [.. Exchanges.TakeLast(MostKept - 1), exchange] };
    }

    /// <summary>The rehearsal in another language, chosen as a trainee would choose it.</summary>
    public Rehearsal In(Language language, DateTimeOffset now)
    {
        var asked = Talk.Take(Conversation, new Inbound(Author, "", Said.Choice(Commands.Payload(Command.Language)), now), catalogue, flows, now);
        return (this with { Conversation = asked.Next }).Say(LanguageTalk.Choice(language), Text.Of(language, "language.name"), now);
    }

    /// <summary>The form as this talk sees it now: values, and what counts.</summary>
    public FormRun Run(DateTimeOffset now) => FormAsking.Run(new Scene(
        Conversation with { Front = Session.Id }, new Inbound(Author, "", Said.Text(""), now), catalogue, flows, now));
}

/// <summary>What was said in a rehearsal, and what came back.</summary>
/// <param name="Words">Typed, or the label of what was pressed; "" at the beginning.</param>
/// <param name="Language">In which the answer was given.</param>
public sealed record Exchange(string Words, IReadOnlyList<Outbound> Replies, Language Language);
