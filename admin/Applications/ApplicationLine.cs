using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Applications;

/// <summary>An application by the fields that selection reads, in words; "" where nothing was said.</summary>
/// <param name="Merit">As the form calculated it; "" when it did not.</param>
public sealed record ApplicationLine(
    Session Session, Standing Standing, string FullName, string Sex, string District, string Facility, string Setting, string Profession,
    string Merit, bool IsEligibleCoach, bool IsEligibleProfessional)
{
    /// <summary>All applications, without their answers.</summary>
    internal static async Task<IReadOnlyList<ApplicationLine>> AllAsync(IRegister register, IReadOnlyDictionary<string, Form> forms, string language, CancellationToken stop)
    {
        List<ApplicationLine> all = [];
        await foreach (var session in register.EachAsync("application", null, stop))
            all.Add(Of(session, forms.GetValueOrDefault(session.FormVersion), language) with { Session = session with { Answers = [], Submission = [], Asked = null } });
        return all;
    }

    internal static ApplicationLine Of(Session session, Form? form, string language)
    {
        var answers = new SessionAnswers(session);
        return new ApplicationLine(
            session, answers.Standing, Word("full_name"), Word("sex"), Word("district"), Word("facility"), Word("setting"), Word("profession"),
            answers.Named(form, "merit") ?? "", IsYes("eligible_coach"), IsYes("eligible_professional"));

        string Word(string name) => form?.Find(name) is { } question && answers.At(question.Path) is { } value ? Labels.Answer(question, value, language) : "";

        bool IsYes(string name) => answers.Named(form, name)?.Trim().ToUpperInvariant() is "1" or "YES" or "TRUE" or "TRUE()";
    }

    /// <summary>The name, else the person's id.</summary>
    public string Name => FullName.Length > 0 ? FullName : Session.Person.Short;

    /// <summary>What is searched for words, folded once: no two fields are one word.</summary>
    internal string Sought { get; } = string.Join('\n', new[] { FullName, Facility, Profession, District, Session.Person.Value }.Select(Folding.Fold));
}

/// <summary>What one application's page shows.</summary>
public sealed record ApplicationView(
    ApplicationLine Line, SessionAnswers Answers, IReadOnlyList<(Question Question, string Value)> Given, IReadOnlyList<Address> Addresses);
