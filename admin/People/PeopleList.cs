using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Places;

namespace RbcBot.Admin.People;

/// <summary>One page of people.</summary>
/// <param name="Subjects">Codes of rounds and ids of lessons, for the filter.</param>
/// <param name="Cadres">Professions by code and label, for the filter.</param>
public sealed record PeopleList(PeopleFound Page, TableOrder Order, IReadOnlyList<string> Subjects, IReadOnlyList<(string Code, string Label)> Cadres)
{
    /// <summary>What it can be sorted by.</summary>
    public static readonly IReadOnlyCollection<string> Sorts = ["begun", "day"];

    public static string DistrictOf(PersonLine person) => Districts.Find(person.District)?.Name ?? person.District;

    public string CadreOf(PersonLine person) => Cadres.FirstOrDefault(cadre => cadre.Code == person.Cadre) is { Label: { } label } ? label : person.Cadre;

    public static int Submitted(PersonLine person) => person.Sessions.Count(session => session.Standing == Standing.Submitted);
}
