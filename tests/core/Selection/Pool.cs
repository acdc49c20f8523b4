using RbcBot.Core.People;
using RbcBot.Core.Selection;

namespace RbcBot.Tests.Core.Selection;

/// <summary>Invented applicants, the same ones each time.</summary>
static class Pool
{
    public static readonly IReadOnlyList<string> Provinces = ["Kigali", "South", "West", "North", "East"];

    static readonly int[] Districts = [3, 8, 7, 5, 7];

    public static SelectionRules Rules => SelectionRules.Of(["epilepsy", "child-psychology"], Provinces);

    public static Applicant Person(string id, int merit = 50, Sex sex = Sex.Woman, Setting setting = Setting.Rural,
        string province = "South", string district = "0201", string facility = "", params string[] wants) => new(
        new PersonId(id), id, sex, district, district, province, setting, facility, "nurse", merit,
        wants.Length == 0 ? ["epilepsy"] : wants, EligibleCoach: true, EligibleProfessional: true, "");

    /// <summary>People from all 30 districts; a third wish to be coaches, all wish for one or two modules.</summary>
    public static IReadOnlyList<Applicant> Of(int count)
    {
        var state = 12345u;
        return [.. Enumerable.Range(0, count).Select(place => Person(place, bound => Draw(ref state, bound)))];
    }

    static Applicant Person(int place, Func<int, int> draw)
    {
        var province = draw(5);
        var district = draw(Districts[province]);
        var code = $"{province + 1:00}{district + 1:00}";
        var setting = province == 0 ? Setting.Urban : draw(4) == 0 ? Setting.Mixed : Setting.Rural;
        string[] modules = draw(2) == 0 ? ["epilepsy", "child-psychology"] : ["child-psychology", "epilepsy"];
        string[] wants = draw(3) == 0 ? ["coaching", .. modules] : draw(3) == 0 ? [modules[0]] : modules;
        return Person($"p{place:000}", 30 + draw(70), draw(100) < 45 ? Sex.Woman : Sex.Man, setting,
            Provinces[province], code, $"{code}-{draw(8)}", wants) with
        { EligibleCoach = draw(2) == 0 };
    }

    static int Draw(ref uint state, int bound)
    {
        state = (state * 1664525) + 1013904223;
        return (int)((state >> 8) % (uint)bound);
    }
}
