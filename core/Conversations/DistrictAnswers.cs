using RbcBot.Core.Forms;
using RbcBot.Core.Places;

namespace RbcBot.Core.Conversations;

/// <summary>District questions understand what districts are called in speech: former towns, other spellings.</summary>
static class DistrictAnswers
{
    /// <summary>Whether all options of the step are district codes.</summary>
    public static bool Fits(FormStep step) =>
        step.Options.Count > 0 && step.Options.All(option => Districts.Find(option.Name) is not null);

    /// <summary>The district's code with the sentence that says the reading back, or no code with the sentence that asks again.</summary>
    public static (string? Code, string Sentence) Read(Scene scene, FormStep step, string words)
    {
        var match = Districts.Match(words);
        if (match.District is { } district && step.Options.Any(option => option.Name == district.Code))
            return (district.Code, scene.Text("talk.echo", ("answer", district.Name)));
        return (null, match.Certainty switch
        {
            DistrictCertainty.Ambiguous => scene.Text("place.ambiguous", ("districts", string.Join(", ", match.Districts.Select(one => one.Name)))),
            DistrictCertainty.Province => scene.Text("place.province", ("province", match.Province?.Names.In(scene.Language))),
            _ => scene.Text("place.unknown"),
        });
    }
}
