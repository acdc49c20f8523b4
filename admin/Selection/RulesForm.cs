using System.Globalization;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.Selection;

namespace RbcBot.Admin.Selection;

/// <summary>The rules as a form posts them: shares in whole percent.</summary>
static class RulesForm
{
    /// <summary>The rules with what the form changes; null when a field is no number.</summary>
    public static SelectionRules? Read(IFormCollection form, SelectionRules start)
    {
        var isWhole = true;
        var rules = start with
        {
            Programmes = [.. start.Programmes
                .Select(one => one with { Seats = Number("seats-" + one.Programme, one.Seats), PerProvince = Number("province-" + one.Programme, one.PerProvince) })
                .Where(one => one.Seats > 0)],
            WomenFloor = Share("women-floor", start.WomenFloor),
            WomenTarget = Share("women-target", start.WomenTarget),
            WomenCeiling = Share("women-ceiling", start.WomenCeiling),
            RuralFloor = Share("rural-floor", start.RuralFloor),
            FacilityCap = Number("facility-cap", start.FacilityCap),
            DistrictCap = Number("district-cap", start.DistrictCap),
            ReserveSize = Number("reserve", start.ReserveSize),
        };
        return isWhole ? rules : null;

        double Share(string field, double otherwise) => Number(field, Percent(otherwise)) / 100.0;

        int Number(string field, int otherwise)
        {
            if (!form.TryGetValue(field, out var text))
                return otherwise;
            isWhole &= int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000;
            return number;
        }
    }

    public static int Percent(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);
}
