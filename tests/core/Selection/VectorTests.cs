using System.Numerics;
using RbcBot.Core.People;
using RbcBot.Core.Selection;

namespace RbcBot.Tests.Core.Selection;

/// <summary>The published instances, as far as our rules can say them.</summary>
public sealed class VectorTests
{
    // rwanda_20_10: its quotas on cadre, on experience and its floor of urban people have no counterpart in our rules; sex, rural and both caps have.
    const string Twenty = """
        a00000 M rural Nyamagabe Nyamagabe-03 56
        a00001 F urban Kicukiro Kicukiro-07 86
        a00002 F urban Muhanga Muhanga-01 64
        a00003 F urban Ngororero Ngororero-03 82
        a00004 M rural Rulindo Rulindo-01 74
        a00005 M rural Gakenke Gakenke-08 59
        a00006 F urban Muhanga Muhanga-07 78
        a00007 F rural Ruhango Ruhango-04 62
        a00008 M rural Rwamagana Rwamagana-02 51
        a00009 M urban Gasabo Gasabo-02 83
        a00010 F rural Ngoma Ngoma-04 51
        a00011 F rural Nyamagabe Nyamagabe-01 66
        a00012 F rural Ngororero Ngororero-07 69
        a00013 M rural Rwamagana Rwamagana-03 73
        a00014 M urban Kicukiro Kicukiro-05 67
        a00015 M urban Ngororero Ngororero-02 82
        a00016 F rural Gakenke Gakenke-02 68
        a00017 F rural Nyamagabe Nyamagabe-03 54
        a00018 M urban Kayonza Kayonza-04 65
        a00019 M rural Nyamasheke Nyamasheke-03 60
        """;

    static readonly SelectionRules Ten = new([new ProgrammeSeats("epilepsy", 10, 0)], 0.5, 0.4, 0.6, 0.5, [], 1, 2, 3);

    [Fact]
    public void Ten_of_twenty_have_the_merit_that_enumeration_finds()
    {
        Applicant[] people = [.. Twenty.Split('\n').Select(Read)];
        var women = people.Select((person, place) => person.Sex == Sex.Woman ? 1 << place : 0).Sum();
        var best = Enumerable.Range(0, 1 << people.Length)
            .Where(bits => BitOperations.PopCount((uint)bits) == 10 && BitOperations.PopCount((uint)(bits & women)) is >= 4 and <= 6)
            .Select(bits => people.Where((_, place) => (bits >> place & 1) == 1).ToList())
            .Where(Keeps).Max(seated => seated.Sum(person => person.Merit));
        Assert.Equal(best, ChoosePanel.Of(people, Ten, CancellationToken.None).TotalMerit);
    }

    // tiny_gap_2: its three features become sex, facility and district, each "x" at most once.
    [Fact]
    public void The_one_who_is_in_every_panel_sits()
    {
        Applicant[] people =
        [
            Pool.Person("A", sex: Sex.Woman, facility: "x", district: ""), Pool.Person("B", sex: Sex.Woman, district: "x"),
            Pool.Person("C", sex: Sex.Man, facility: "x", district: "x"), Pool.Person("D", sex: Sex.Man, district: ""),
        ];
        var rules = Ten with { Programmes = [new ProgrammeSeats("epilepsy", 2, 0)], WomenFloor = 0, WomenCeiling = 0.5, RuralFloor = 0, DistrictCap = 1 };
        Assert.Contains(ChoosePanel.Of(people, rules, CancellationToken.None).Seats, seat => seat.Person == new PersonId("D"));
    }

    static Applicant Read(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Pool.Person(cells[0], int.Parse(cells[5]), cells[1] == "F" ? Sex.Woman : Sex.Man,
            cells[2] == "rural" ? Setting.Rural : Setting.Urban, district: cells[3], facility: cells[4]);
    }

    static bool Keeps(List<Applicant> seated) =>
        seated.Count(person => person.Setting == Setting.Rural) >= 5
        && seated.DistinctBy(person => person.Facility).Count() == seated.Count
        && seated.GroupBy(person => person.District).All(group => group.Count() <= 2);
}
