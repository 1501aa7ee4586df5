/** Reports: findings in, text or JSON out. They format, they do not judge. */
@NullMarked
package dev.slguard.report;

import org.jspecify.annotations.NullMarked;
