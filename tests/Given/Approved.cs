using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Given;

/// <summary>Compares a text with the one that a person approved; UPDATE_APPROVED=1 rewrites it.</summary>
static class Approved
{
    public static void Match(string text, string file)
    {
        var path = Path.Combine(House.Root, file);
        var clean = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, clean);
        }

        Assert.True(File.Exists(path), $"{file} is not approved yet: run with UPDATE_APPROVED=1 and read it.");
        Assert.Equal(File.ReadAllText(path), clean);
    }
}
