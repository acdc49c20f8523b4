using CsCheck;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class WorkbookProperties
{
    [Fact]
    public void Damaged_file_is_refused_and_never_throws()
    {
        var file = File.ReadAllBytes(Path.Combine(ScriptedRun.Vectors(), "own03_quiz.xlsx"));

        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte).Array[1, 20].Sample(hits =>
        {
            var damaged = (byte[])file.Clone();
            foreach (var (place, value) in hits)
            {
                damaged[place] = value;
            }
            var (form, findings) = FormReading.Of(damaged, "damaged.xlsx");
            return form is not null || findings.Count > 0;
        }, iter: 500);
    }

    [Fact]
    public void Any_cells_are_read_or_refused_and_never_throw()
    {
        string[] pieces =
        [
            "type", "name", "label", "label::", "::", "text", "select_one yn", "begin_group", "end_group", "a", "${a}", "${", "a b",
            "calculate", "1 +", "relevant", "constraint", "", "", "default", "chat::", "label:", "required",
            "yes", "randomize=", "parameters", "(", "today()", "${a}${b}",
        ];
        var cell = Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]);
        var sheet = cell.Array[1, 6].Select(cells => string.Join('|', cells)).Array[1, 6].Select(rows => string.Join('\n', rows));

        Gen.Select(sheet, sheet).Sample((survey, choices) =>
        {
            var file = Xlsx.Of(("survey", "type|name|label|relevant|default|calculation\n" + survey), ("choices", "list_name|name|label\n" + choices), ("settings", survey));
            var (form, findings) = FormReading.Of(file, "any.xlsx");
            return form is not null || findings.Count > 0;
        }, iter: 500);
    }
}
