/** Opens Outlook's winmail.dat (MS-OXTNEF), and the rich text in it. */
@NamedInterface("tnef")
package org.restante.mime.tnef;

import org.springframework.modulith.NamedInterface;
