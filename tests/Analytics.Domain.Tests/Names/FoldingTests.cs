using System.Text;
using Analytics.Domain.Names;

namespace Analytics.Domain.Tests.Names;

public class FoldingTests
{
    [Theory]
    [InlineData("Đống Đa", "dong da")]
    [InlineData("  Ứng   Hòa ", "ung hoa")]
    [InlineData("NGUYỄN THỊ QUYẾT TÂM", "nguyen thi quyet tam")]
    [InlineData(null, "")]
    public void Accents_case_and_spaces_do_not_matter(string? text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Decomposed_text_folds_like_composed_text() =>
        Assert.Equal(Folding.Fold("Trần Thị Bưởi"), Folding.Fold("Trần Thị Bưởi".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void People_sort_by_given_name_then_by_the_rest()
    {
        string[] names = ["Nguyễn Văn Ân", "Trần Thị An", "Lê Đức Bình", "Phạm Văn An", "Đỗ Thị Ánh"];
        Assert.Equal(["Phạm Văn An", "Trần Thị An", "Đỗ Thị Ánh", "Nguyễn Văn Ân", "Lê Đức Bình"],
            names.OrderBy(SortKeys.OfPerson, StringComparer.Ordinal));
    }
}
