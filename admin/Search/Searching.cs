using System.Security.Claims;
using RbcBot.Admin.People;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Search;

/// <summary>Looks for words among what somebody may see: rounds and lessons in the catalogue, people in the register.</summary>
sealed class Searching(ICatalogues catalogues, IRounds rounds, PeopleReading people, Visit visit)
{
    /// <summary>Hits of each kind that are shown.</summary>
    const int Most = 20;

    public async Task<SearchResult> RunAsync(ClaimsPrincipal who, string words, CancellationToken stop)
    {
        var plain = Folding.Fold(words);
        if (plain.Length == 0)
            return new SearchResult(words, [], [], new PeopleFound([], 0));
        return new SearchResult(
            words,
            visit.May(Right.SeeRounds) ? [.. Rounds(await rounds.ListAsync(stop), plain).Take(Most)] : [],
            visit.May(Right.SeeLessons) ? [.. Lessons(plain).Take(Most)] : [],
            visit.May(Right.SeePeople)
                ? await people.RunAsync(who, new PeopleQuery(words, null, "", "", "", null), new TableOrder("begun", true, 1, ""), Most, stop)
                : new PeopleFound([], 0));
    }

    IEnumerable<SearchHit> Rounds(IReadOnlyList<Round> all, string plain) => all
        .Select(round => (round.Code, Title: catalogues.Current.Forms.GetValueOrDefault(round.FormVersion) is { } form ? Labels.Title(form, visit.Code) : round.FormId))
        .Where(round => Has(round.Code, plain) || Has(round.Title, plain))
        .Select(round => new SearchHit("/console/rounds/" + Uri.EscapeDataString(round.Code), round.Code, round.Title));

    IEnumerable<SearchHit> Lessons(string plain) =>
        from module in catalogues.Current.Library.Modules
        from one in module.Lessons.Select(lesson => (lesson.Id, Title: lesson.Title.In(visit.Language))).Prepend((module.Id, Title: module.Title.In(visit.Language)))
        where Has(one.Id, plain) || Has(one.Title, plain)
        select new SearchHit("/console/lessons/" + Uri.EscapeDataString(module.Id), one.Id, one.Title);

    static bool Has(string text, string plain) => Folding.Fold(text).Contains(plain, StringComparison.Ordinal);
}

/// <summary>What was found.</summary>
public sealed record SearchResult(string Words, IReadOnlyList<SearchHit> Rounds, IReadOnlyList<SearchHit> Lessons, PeopleFound People)
{
    public bool IsEmpty => Rounds.Count + Lessons.Count + People.Found == 0;
}

/// <summary>A round or a lesson that was found.</summary>
public sealed record SearchHit(string Path, string Code, string Title);
