using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Moves a session from the version of the form it stands on to another, and tells the person at her next message.</summary>
public static class FormMigration
{
    /// <summary>Characters of a question in the sentence that names it.</summary>
    const int LabelLength = 60;

    /// <summary>Questions that the sentence names; those after them are asked all the same.</summary>
    const int MostNamed = 5;

    /// <summary>Words of the due inbound that moves the sessions of a round.</summary>
    public static string Subject(string code, string version, bool isForSubmitted) => $"migrate:{code}:{version}{(isForSubmitted ? ":submitted" : "")}";

    /// <summary>Whether the session would move: it stands on another version and is not over, or is submitted and wanted all the same.</summary>
    public static bool Concerns(Session session, string version, bool isForSubmitted) =>
        session.FormVersion != version && !session.IsUnlinked && (!session.IsOver || (isForSubmitted && session.Submitted is not null));

    /// <summary>Moves the person's sessions of the round, silently; doing it twice does it once.</summary>
    internal static void Take(Scene scene, string subject)
    {
        if (subject.Split(':') is not [var code, var version, .. var rest] || !scene.Catalogue.Forms.TryGetValue(version, out var newer))
            return;

        foreach (var session in scene.Conversation.Sessions.Where(session => session.Subject == code && Concerns(session, version, rest is ["submitted"])).ToList())
            if (scene.Catalogue.Forms.TryGetValue(session.FormVersion, out var older))
                Move(scene, session, older, newer);
    }

    /// <summary>Says what was improved, once.</summary>
    /// <returns>True when what the person said cannot be taken as an answer, since what she saw stands no more.</returns>
    internal static bool Tell(Scene scene)
    {
        if (scene.Session.Improved is not { } improved)
            return false;

        var form = scene.Catalogue.Forms[scene.Session.FormVersion];
        var again = improved.Again.Select(form.Find).OfType<Question>().Take(MostNamed)
            .Select(question => $"«{Spoken.Short(Label(question, scene.Language), LabelLength).TrimEnd('?', '.', ':', ' ')}»").ToList();
        if (again.Count == 0)
            scene.Say("talk.improved.kept");
        else
            scene.Say("talk.improved.again", ("questions", string.Join(", ", again)));
        scene.Keep(scene.Session with { Improved = null });
        return scene.Session.Asked is null;
    }

    static string Label(Question question, Language language) =>
        question.Labels.TryGetValue(Languages.Code(language), out var own) ? own : question.Labels.Values.FirstOrDefault(question.Name);

    static void Move(Scene scene, Session session, Form older, Form newer)
    {
        var migration = Migration.Of(older, newer, session.Answers, FormMoments.Of(scene.Conversation, session, scene.Catalogue, scene.Now));
        var moved = session with { FormVersion = newer.Version, Answers = migration.Kept };
        scene.Keep(session.IsOver || FormLife.State(session) is FormState.Offered or FormState.Consenting ? moved : Standing(moved, session, older, migration));
        scene.Note(new SessionMigrated(session.Person, scene.Now, session.Id, older.Version, newer.Version, migration.Dropped));
    }

    /// <summary>A running session: what is asked stands or goes, and a review with a gap goes back to asking.</summary>
    static Session Standing(Session moved, Session before, Form older, Migration migration)
    {
        var asked = StillAsked(before, older, migration.Run);
        var state = FormLife.State(before);
        if (state == FormState.Reviewing && migration.Run.Next is not null)
        {
            var machine = FormMachine.Of(state);
            machine.Fire(FormTrigger.Corrected);
            state = machine.State;
        }
        return moved with
        {
            State = state.ToString(),
            Asked = asked,
            IsCorrecting = before.IsCorrecting && asked is not null,
            Improved = new Improved(migration.Again),
        };
    }

    /// <summary>The open question when the person's answer would still mean the same: same place, words, type and choices; null otherwise.</summary>
    static Asked? StillAsked(Session before, Form older, FormRun run) =>
        before.Asked is { } asked && older.Find(asked.Path) is { } was && run.At(asked.Path) is { } step
        && step.Question.Type == was.Type
        && Same(was.Labels, step.Question.Labels)
        && step.Options.Select(option => option.Name).SequenceEqual(asked.Options)
        && step.Options.All(option => was.Choices.FirstOrDefault(choice => choice.Name == option.Name) is { } choice && Same(choice.Labels, Plain(step, option).Labels))
            ? asked
            : null;

    /// <summary>The choice as its author wrote it, references unfilled.</summary>
    static Choice Plain(FormStep step, Choice option) => step.Question.Choices.FirstOrDefault(choice => choice.Name == option.Name) ?? option;

    static bool Same(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Count == after.Count && before.All(text => after.TryGetValue(text.Key, out var now) && now == text.Value);
}
