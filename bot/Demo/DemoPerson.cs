using RbcBot.Core.Places;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Demo;

/// <summary>As what a simulated person takes part.</summary>
enum DemoPart { Staff, Worker, Expert }

/// <summary>A simulated person. Names are numbers: nobody is invented.</summary>
/// <param name="Skill">Share of knowledge questions known before the training, 0 to 1.</param>
/// <param name="Care">Share of steps at which the person writes without a slip, 0 to 1.</param>
/// <param name="Stamina">Chance to stay through a whole form, 0 to 1.</param>
sealed record DemoPerson(
    int Number, DemoPart Part, Language Language, District District, string Facility, bool IsWoman, string Cadre,
    int Years, double Skill, double Care, double Stamina)
{
    public string Session => $"demo-person-{Number:000}";

    public string Name => $"Umukandida {Number:000}";
}
