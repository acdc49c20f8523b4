using RbcBot.Admin.Shared;
using RbcBot.Core.Content;
using RbcBot.Core.People;
using RbcBot.Core.Selection;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Selection;

/// <summary>What the page of rules shows.</summary>
/// <param name="Complaint">Text key of what is wrong with the rules; null when nothing is.</param>
public sealed record SelectionView(
    SelectionRules Rules, int Applicants, int EligibleCoaches, int EligibleProfessionals, IReadOnlyList<SelectionRun> Runs, ProgrammeNames Names, string? Complaint)
{
    /// <summary>Of which moment the counts of applicants are; null for now.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>What one run's page shows.</summary>
/// <param name="Page">Page of those who have no seat, from 1.</param>
public sealed record RunView(SelectionRun Run, ProgrammeNames Names, int Page, (int Told, int Missed)? Confirmed)
{
    const int PageSize = 50;

    readonly Dictionary<PersonId, Applicant> people = Run.Applicants.ToDictionary(person => person.Id);

    public Applicant Person(PersonId id) => people[id];

    /// <summary>Applicants without a seat, in no order.</summary>
    public IReadOnlyList<Applicant> Unseated { get; } = [.. Run.Applicants.ExceptBy(Run.Panel.Seats.Select(seat => seat.Person), person => person.Id)];

    public int Pages => Math.Max(1, (Unseated.Count + PageSize - 1) / PageSize);

    /// <summary>Those of the page, the most merit first.</summary>
    public IEnumerable<Applicant> Shown => Unseated
        .OrderByDescending(person => person.Merit).ThenBy(person => person.Name, StringComparer.InvariantCulture).Skip((Page - 1) * PageSize).Take(PageSize);
}

/// <summary>The answer to "why me?" or "why not me?".</summary>
public sealed record WhyView(SelectionRun Run, Applicant Person, Explanation Explanation, ProgrammeNames Names)
{
    public string NameOf(PersonId id) => Run.Applicants.First(person => person.Id == id).Name;
}

/// <summary>Programmes and rules in words.</summary>
public sealed record ProgrammeNames(IReadOnlyList<Module> Modules)
{
    public string Of(string programme, Visit visit) =>
        programme == SelectionRules.Coaching ? visit.Say("console.selection.coaching")
        : Modules.FirstOrDefault(module => module.Id == programme)?.Title.In(visit.Language)
            ?? (Text.Has(visit.Language, "module." + programme) ? visit.Say("module." + programme) : programme);

    /// <summary>The rule as a sentence.</summary>
    public string Of(Rule rule, Visit visit) => visit.Say(
        "console.rule." + rule.Kind.ToString().ToLowerInvariant(),
        ("programme", Of(rule.Programme, visit)), ("group", Group(rule.Group, visit)), ("wanted", rule.Wanted));

    static string Group(string group, Visit visit) =>
        group.Length > 0 && ApplicantReading.Provinces.Contains(group) ? visit.Say("console.province." + group) : group;
}
