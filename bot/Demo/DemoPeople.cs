using RbcBot.Core.Places;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Demo;

/// <summary>Makes the people of the demo from a seed: 240 from all 30 districts.</summary>
static class DemoPeople
{
    public const int Count = 240;

    /// <summary>Of them, staff of the division and experts of the diaspora; all others work in facilities.</summary>
    const int Staff = 12, Experts = 16;

    static readonly string[] Cadres = ["mh_nurse", "nurse", "nurse", "psychologist", "clinical_officer", "social_worker", "midwife", "gp"];

    public static IReadOnlyList<DemoPerson> Of(int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(1, Count).Select(number => One(number, chance))];
    }

    static DemoPerson One(int number, Random chance)
    {
        var district = Districts.All[number % Districts.All.Count];
        var part = number <= Staff ? DemoPart.Staff : number <= Staff + Experts ? DemoPart.Expert : DemoPart.Worker;
        var facility = $"Ikigo nderabuzima {district.Name} {1 + (number / Districts.All.Count % 3)}";
        var language = chance.NextDouble() switch { < 0.6 => Language.Rw, < 0.82 => Language.Fr, _ => Language.En };
        return new DemoPerson(
            number, part, language, district, facility, chance.NextDouble() < 0.54, Cadres[chance.Next(Cadres.Length)],
            chance.Next(1, 18), 0.30 + (chance.NextDouble() * 0.35), 0.88 + (chance.NextDouble() * 0.12), 0.86 + (chance.NextDouble() * 0.14));
    }
}
