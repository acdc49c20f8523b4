using System.Collections.Frozen;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>All functions by name: the table of what forms support.</summary>
static class Functions
{
    public static readonly FrozenDictionary<string, Function> All =
        new[]
            {
                StringFunctions.All, EncodingFunctions.All, NumberFunctions.All, TruthFunctions.All, SelectFunctions.All,
                DateFunctions.All, NodeFunctions.All, NameFunctions.All, GeographyFunctions.All, Chance.All,
            }
            .SelectMany(group => group)
            .ToFrozenDictionary(function => function.Name);
}
