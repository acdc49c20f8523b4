using CsCheck;
using RbcBot.Core.Selection;

namespace RbcBot.Tests.Core.Selection;

/// <summary>Small random selections against trying every way to seat everybody.</summary>
public sealed class BruteForceTests
{
    static readonly string[] Programmes = ["coaching", "epilepsy"];

    static readonly Gen<Applicant> Someone =
        Gen.Select(Gen.Int[0, 6], Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[1, 3]).Select((merit, isWoman, setting, province, facility, wants) =>
            Pool.Person("", merit, isWoman ? Sex.Woman : Sex.Man, (Setting)setting, $"P{province}", $"D{province}", $"F{facility}",
                [.. Programmes.Where((_, place) => (wants >> place & 1) == 1)]));

    static readonly Gen<SelectionRules> SomeRules =
        Gen.Select(Gen.Int[1, 2], Gen.Int[1, 4], Gen.Int[0, 1], Gen.Int[1, 3]).Select((coaches, seats, perProvince, cap) => new SelectionRules(
            [new ProgrammeSeats("coaching", coaches, 0), new ProgrammeSeats("epilepsy", seats, seats >= 3 ? perProvince : 0)],
            0.5, 0.4, 0.6, 0.5, ["P0", "P1", "P2"], cap, cap + 1, 3));

    [Fact]
    public void The_chosen_panel_has_the_merit_of_the_best_of_all_panels() => Gen.Select(Someone.Array[1, 8], SomeRules).Sample((people, rules) =>
    {
        Applicant[] named = [.. people.Select((person, place) => person with { Id = new($"p{place}") })];
        var panel = ChoosePanel.Of(named, rules, CancellationToken.None);
        var best = Best(named, rules);
        return best is null
            ? panel.Proof == Proof.Infeasible && panel.Conflict!.WaysOut.Count > 0
            : panel.Proof == Proof.Optimal && panel.TotalMerit == best && panel.Bound == best;
    }, iter: 60, threads: 1);

    static int? Best(Applicant[] people, SelectionRules rules)
    {
        var ways = Ways(people, rules).ToList();
        var filled = ways.MaxBy(way => (way.Sum(seat => seat.Count), way[0].Count));
        var full = ways.Where(way => way.Zip(filled!).All(pair => pair.First.Count == pair.Second.Count));
        var allowed = full.Where(way => way.Select((seat, place) => Keeps(seat, rules, rules.Programmes[place])).All(keeps => keeps)).ToList();
        return allowed.Count == 0 ? null : allowed.Max(way => way.Sum(seat => seat.Sum(person => person.Merit)));
    }

    static IEnumerable<List<Applicant>[]> Ways(Applicant[] people, SelectionRules rules)
    {
        for (var code = 0; code < Math.Pow(3, people.Length); code++)
        {
            List<Applicant>[] way = [[], []];
            var rest = code;
            var isAllowed = true;
            foreach (var person in people)
            {
                if (rest % 3 > 0)
                {
                    way[(rest % 3) - 1].Add(person);
                    isAllowed &= person.ModulesWanted.Contains(Programmes[(rest % 3) - 1]);
                }
                rest /= 3;
            }
            if (isAllowed && way[0].Count <= rules.Programmes[0].Seats && way[1].Count <= rules.Programmes[1].Seats)
                yield return way;
        }
    }

    static bool Keeps(List<Applicant> seated, SelectionRules rules, ProgrammeSeats programme)
    {
        var women = seated.Count(person => person.Sex == Sex.Woman);
        var least = (int)Math.Ceiling(0.4m * seated.Count);
        return seated.Count == 0 || (
            women >= least && women <= Math.Max(least, (int)Math.Floor(0.6m * seated.Count))
            && seated.Count(person => person.Setting != Setting.Urban) * 2 >= seated.Count
            && rules.Provinces.All(province => seated.Count(person => person.Province == province) >= programme.PerProvince)
            && seated.GroupBy(person => person.Facility).All(group => group.Count() <= rules.FacilityCap)
            && seated.GroupBy(person => person.District).All(group => group.Count() <= rules.DistrictCap));
    }
}
